interface Point {
  readonly x: number;
  readonly y: number;
}

/** Places ids evenly on a circle, the first at the top, clockwise. */
export function placeOnCircle(ids: readonly string[]): Map<string, Point> {
  return new Map(
    ids.map((id, index) => {
      const angle = (2 * Math.PI * index) / ids.length - Math.PI / 2;
      return [id, { x: round(130 * Math.cos(angle)), y: round(102 * Math.sin(angle)) }];
    }),
  );
}

/** A path that bends to the left of its direction, so that debts both ways stay apart; it stops at the circles' rims. */
export function curveBetween(source: Point, target: Point): string {
  const [dx, dy] = [target.x - source.x, target.y - source.y];
  const length = Math.hypot(dx, dy) || 1;
  const control = {
    x: (source.x + target.x) / 2 - (dy / length) * length * 0.14,
    y: (source.y + target.y) / 2 + (dx / length) * length * 0.14,
  };
  const start = towards(source, control, 21);
  const end = towards(target, control, 23);
  return `M${start.x} ${start.y}Q${round(control.x)} ${round(control.y)} ${end.x} ${end.y}`;
}

function towards(from: Point, to: Point, distance: number): Point {
  const length = Math.hypot(to.x - from.x, to.y - from.y) || 1;
  return {
    x: round(from.x + ((to.x - from.x) / length) * distance),
    y: round(from.y + ((to.y - from.y) / length) * distance),
  };
}

/** To hundredths: the same text on every machine, on the server and in the browser. */
function round(value: number): number {
  return Math.round(value * 100) / 100;
}
