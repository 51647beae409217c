import { chooseLabelColour, getLabelFont, positionLines } from "./labels.js";

/**
 * @param {CanvasRenderingContext2D} ctx
 * @param {SceneEdge} edge
 */
function paintEdge(ctx, edge) {
  ctx.strokeStyle = edge.colour;
  ctx.fillStyle = edge.colour;
  ctx.lineWidth = edge.width;
  ctx.globalAlpha = edge.opacity;
  ctx.setLineDash(edge.dashes);
  ctx.stroke(new Path2D(edge.d));
  ctx.setLineDash([]);
  if (edge.head) ctx.fill(new Path2D(edge.head));
  ctx.globalAlpha = 1;
}

/**
 * @param {CanvasRenderingContext2D} ctx
 * @param {SceneNode} node
 * @param {Theme} theme
 */
function paintNode(ctx, node, theme) {
  const outline = new Path2D(node.d);
  ctx.globalAlpha = node.opacity;
  ctx.fillStyle = node.fill;
  ctx.strokeStyle = node.stroke;
  ctx.lineWidth = node.width;
  ctx.fill(outline);
  ctx.stroke(outline);
  ctx.globalAlpha = 1;
  if (!node.ring) return;
  ctx.beginPath();
  ctx.arc(node.ring.x, node.ring.y, node.ring.r, 0, 2 * Math.PI);
  ctx.strokeStyle = theme.accent;
  ctx.lineWidth = 2.5;
  ctx.stroke();
}

/**
 * @param {CanvasRenderingContext2D} ctx
 * @param {Badge} badge
 * @param {Theme} theme
 */
function paintBadge(ctx, badge, theme) {
  if (badge.handle) {
    paintHandle(ctx, badge, badge.handle, theme);
    return;
  }
  ctx.beginPath();
  ctx.arc(badge.x, badge.y, badge.step ? 10 : 7, 0, 2 * Math.PI);
  ctx.fillStyle = badge.step ? badge.colour : theme.paper;
  ctx.strokeStyle = badge.step ? theme.paper : badge.colour;
  ctx.lineWidth = badge.step ? 2 : 1.25;
  ctx.fill();
  ctx.stroke();
  ctx.font = getLabelFont(badge.step);
  ctx.fillStyle = badge.step ? theme.paper : theme.text;
  ctx.textAlign = "center";
  ctx.fillText(badge.text, badge.x, badge.y + 4.5);
}

/**
 * @param {CanvasRenderingContext2D} ctx
 * @param {Badge} badge
 * @param {Size} size
 * @param {Theme} theme
 */
function paintHandle(ctx, { x, y, text, colour }, { width, height }, theme) {
  ctx.beginPath();
  ctx.roundRect(x - width / 2, y - height / 2, width, height, height / 2);
  [ctx.fillStyle, ctx.strokeStyle, ctx.lineWidth] = [colour, theme.paper, 1.5];
  ctx.fill();
  ctx.stroke();
  ctx.font = getLabelFont(false);
  ctx.fillStyle = theme.paper;
  ctx.textAlign = "center";
  ctx.fillText(text, x, y + 4);
}

/**
 * Paints the lines to names that stand away from their marks.
 * @param {CanvasRenderingContext2D} ctx
 * @param {Label[]} labels
 * @param {Theme} theme
 */
function paintLeaders(ctx, labels, theme) {
  ctx.beginPath();
  for (const { leader } of labels) {
    if (!leader) continue;
    ctx.moveTo(leader.from.x, leader.from.y);
    ctx.lineTo(leader.to.x, leader.to.y);
  }
  ctx.setLineDash([]);
  [ctx.strokeStyle, ctx.lineWidth] = [theme.paper, 3];
  ctx.stroke();
  [ctx.strokeStyle, ctx.lineWidth] = [theme.soft, 1]; // black, it would seem a relation
  ctx.stroke();
}

/**
 * Paints names, each with a halo in the colour of the paper.
 * @param {CanvasRenderingContext2D} ctx
 * @param {Label[]} labels
 * @param {Theme} theme
 */
export function paintLabels(ctx, labels, theme) {
  paintLeaders(ctx, labels, theme);
  ctx.textAlign = "center";
  ctx.lineJoin = "round";
  ctx.lineWidth = 4;
  ctx.strokeStyle = theme.paper;
  for (const label of labels) {
    ctx.font = getLabelFont(label.strong);
    ctx.fillStyle = chooseLabelColour(label, theme);
    for (const { line, x, y } of positionLines(label)) {
      ctx.strokeText(line, x, y);
      ctx.fillText(line, x, y);
    }
  }
}

/**
 * Paints only the marks of contested relations and steps.
 * @param {CanvasRenderingContext2D} ctx
 * @param {Badge[]} badges
 * @param {Theme} theme
 */
export function paintBadges(ctx, badges, theme) {
  for (const badge of badges) paintBadge(ctx, badge, theme);
}

/**
 * Paints a scene in the pixels of the plate.
 * @param {CanvasRenderingContext2D} ctx
 * @param {Scene} scene
 * @param {Theme} theme
 */
export function paintScene(ctx, scene, theme) {
  for (const edge of scene.edges) paintEdge(ctx, edge);
  for (const node of scene.nodes) paintNode(ctx, node, theme);
  paintBadges(ctx, scene.badges, theme);
}
