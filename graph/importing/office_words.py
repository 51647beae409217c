"""Words for offices in boards, firms and politics, by the relation type that they mean.

Lines are as in `graph.importing.type_words`. Who heads a board leads what the board belongs to; who
stands in for them, or keeps its money or minutes, is a member; who has a post is employed.
"""

OFFICES = """
leads: aufsichtsratsvorsitzender, aufsichtsratsvorsitzende, vorsitzender des aufsichtsrats,
  vorsitzende des aufsichtsrats, vorsitzender des vorstands, vorsitzende des vorstands,
  vorsitzender des beirats, vorsitzende des beirats, beiratsvorsitzender, vereinsvorsitzender, 1
  vorsitzender, 1 vorsitzende, geschäftsführender gesellschafter, geschäftsführende
  gesellschafterin, vorständin, sprecher des vorstands, generaldirektor, intendant, rektor,
  oberbürgermeister, bürgermeister, bürgermeisterin, landrat, minister, ministerin,
  staatssekretär, generalsekretär, generalsekretärin, board chair, chairman of the board, chair of
  the board, chairwoman of the board, chairperson of the board, president and ceo, chairman and
  ceo, managing partner, general manager, secretary general, prime minister, minister, principal,
  dean, rector, cfo, coo, cto, chief financial officer, président du conseil d'administration,
  présidente du conseil d'administration, présidente, directeur général, directrice générale,
  président directeur général, associé gérant, gérante, secrétaire général, secrétaire générale,
  maire, ministre, recteur, presidente del consejo, presidenta, presidenta del consejo, consejero
  delegado, consejera delegada, directora general, gerente, alcalde, alcaldesa, ministro,
  ministra, secretario general, председатель совета директоров, председатель правления,
  председатель наблюдательного совета, председатель комитета, гендиректор, управляющий, мэр,
  министр, ректор, голова наглядової ради, голова правління, голова комітету, гендиректор, мер,
  міністр, przewodniczący rady nadzorczej, przewodnicząca, przewodnicząca rady nadzorczej, prezes
  rady nadzorczej, prezeska, prezydent miasta, burmistrz, wójt, minister, dyrektor generalny,
  dyrektor zarządzający
member_of: stellv vorsitzender, stellv vorsitzende, stellvertretender vorsitzender,
  stellvertretende vorsitzende, stellv aufsichtsratsvorsitzender, stellv aufsichtsratsvorsitzende,
  2 vorsitzender, 2 vorsitzende, mitglied des aufsichtsrats, mitglied des vorstands, mitglied des
  beirats, mitglied im aufsichtsrat, mitglied im beirat, beirat, beiratsmitglied,
  arbeitnehmervertreter, arbeitnehmervertreterin, finanzvorstand, personalvorstand, schatzmeister,
  schatzmeisterin, schriftführer, schriftführerin, kassenwart, abgeordneter, abgeordnete,
  stadtrat, stadträtin, vice president, vice chair, vice chairman, vice chairwoman, deputy chair,
  deputy chairman, deputy chairperson, secretary, treasurer, non executive director, independent
  director, independent non executive director, executive director of the board, board director,
  director and treasurer, member of the board, member of the supervisory board, member of the
  board of directors, council member, councillor, administrateur, administratrice, administrateur
  indépendant, administratrice indépendante, vice président, vice présidente, trésorier,
  trésorière, secrétaire, membre du conseil, membre du conseil d'administration, membre du conseil
  de surveillance, membre du directoire, député, députée, conseiller municipal, conseillère
  municipale, adhérent, consejero, consejera, consejero independiente, vocal, secretario,
  secretaria, tesorero, tesorera, vicepresidente, vicepresidenta, diputado, diputada, concejal,
  concejala, afiliado, заместитель председателя, член наблюдательного совета, член комитета,
  независимый директор, казначей, секретарь, депутат, сенатор, заступник голови, член наглядової
  ради, член ради директорів, член комітету, незалежний директор, скарбник, секретар, депутат,
  нардеп, народний депутат, wiceprzewodniczący, wiceprzewodnicząca, członek rady nadzorczej
  spółki, członkini zarządu, członkini rady nadzorczej, skarbnik, sekretarz, poseł, posłanka,
  senator, radny, radna
employs: < prokurist, prokuristin, referent, referentin, sachbearbeiter, sachbearbeiterin,
  sprecher, sprecherin, pressesprecher, pressesprecherin, buchhalter, buchhalterin, accountant,
  bookkeeper, press officer, assistant, помощник, помощница, бухгалтер, главный бухгалтер,
  помощник депутата, пресс секретарь, помічник, помічниця, головний бухгалтер, прессекретар,
  помічник депутата, asystent, asystentka, księgowy, księgowa, główny księgowy, rzecznik,
  rzeczniczka, comptable, assistante, attaché parlementaire, porte parole, contable, asistente,
  portavoz
opposes: konflikt, konflikt mit, im konflikt mit, im streit mit, conflit, conflit avec, en conflit
  avec, conflicto, conflicto con, en conflicto con, конфликт, конфликт с, конфликтует, конфликтует
  с, враждует с, воюет с, конфлікт, конфлікт з, конфліктує, конфліктує з, ворогує з, konflikt z, w
  konflikcie z, skonfliktowany z
signed_with: signatories, signatory states, parties to, unterzeichner, signataires, signataire,
  firmantes, firmante, подписанты, подписант, підписанти, sygnatariusze
sued: судится с, судиться з, procesuje się z, prozessiert gegen, en procès avec, en juicio con,
  takes to court, took to court
owns: конечный бенефициар, кінцевий бенефіціар, кінцевий бенефіціарний власник, beneficjent
  rzeczywisty, beneficiario final, bénéficiaire effectif, wirtschaftlich berechtigter, ultimate
  beneficial owner, ubo
funds: subsidy, subsidies, subvention, subventions, subventionne, zuschuss, zuwendung, fördert,
  förderung, subvención, субсидия, субсидії, субсидія, грант, dotacja, dotuje
relative_of: зять, невестка, тесть, свекровь, свёкор, шурин, тёща, teściowa, teść, zięć, synowa,
  szwagier, szwagierka, schwager, schwägerin, schwiegersohn, schwiegervater, beau frère, belle
  sœur, gendre, cousine, cuñado, cuñada, yerno, suegro, primo, prima, двоюрідний брат, двоюродный
  брат, племінник, племянник, дядько, дядя, тітка, тётя, вуйко
"""
