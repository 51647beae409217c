"""The same data and the same questions on Apache Spark, for networks beyond one machine."""
