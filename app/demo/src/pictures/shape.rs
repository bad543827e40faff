//! Outlines: smooth curves through points, turned bodies and mirrored silhouettes.
//!
//! Invariant: every outline carries its bounding box, because patterns and light are laid over it.
//! A point given twice in a row makes a corner; all other points are passed smoothly.

/// A point: x to the right, y downwards.
pub(crate) type Point = (f32, f32);

/// How flat circles look from the illustrator's slightly raised eye: minor over major axis.
pub(crate) const TILT: f32 = 0.15;

/// A closed outline as SVG path data.
#[derive(Clone, Debug)]
pub(crate) struct Shape {
    pub d: String,
    pub x: f32,
    pub y: f32,
    pub w: f32,
    pub h: f32,
}

impl Shape {
    fn around(d: String, points: &[Point]) -> Self {
        let (mut x0, mut y0, mut x1, mut y1) = (f32::MAX, f32::MAX, f32::MIN, f32::MIN);
        for &(x, y) in points {
            (x0, x1) = (x0.min(x), x1.max(x));
            (y0, y1) = (y0.min(y), y1.max(y));
        }
        Self {
            d,
            x: x0,
            y: y0,
            w: x1 - x0,
            h: y1 - y0,
        }
    }

    /// A body turned on a wheel: `profile` runs from the top to the bottom as (radius, y).
    pub(crate) fn lathe(profile: &[Point]) -> Self {
        let (top, bottom) = (profile[0], profile[profile.len() - 1]);
        let left: Vec<Point> = profile.iter().rev().map(|&(r, y)| (-r, y)).collect();
        let d = format!(
            "M{} {}A{} {} 0 0 1 {} {}{}A{} {} 0 0 1 {} {}{}Z",
            -top.0,
            top.1,
            top.0,
            top.0 * TILT,
            top.0,
            top.1,
            segments(profile),
            bottom.0,
            bottom.0 * TILT,
            -bottom.0,
            bottom.1,
            segments(&left),
        );
        let mut all: Vec<Point> = profile.to_vec();
        all.extend(left);
        all.push((0.0, top.1 - top.0 * TILT));
        all.push((0.0, bottom.1 + bottom.0 * TILT));
        Self::around(d, &all)
    }

    /// Symmetric about x = 0: `half` is the right side from the top to the bottom.
    pub(crate) fn mirror(half: &[Point]) -> Self {
        let mut all = half.to_vec();
        all.extend(half.iter().rev().map(|&(x, y)| (-x, y)));
        Self::smooth(&all)
    }

    /// A closed curve through all points.
    pub(crate) fn smooth(points: &[Point]) -> Self {
        let n = points.len();
        let mut d = format!("M{} {}", points[0].0, points[0].1);
        for i in 0..n {
            let at = |k: usize| points[(i + k + n - 1) % n];
            d.push_str(&bezier(at(0), at(1), at(2), at(3)));
        }
        d.push('Z');
        Self::around(d, points)
    }

    /// A closed polygon with straight edges.
    pub(crate) fn polygon(points: &[Point]) -> Self {
        let list: Vec<String> = points.iter().map(|(x, y)| format!("{x} {y}")).collect();
        Self::around(format!("M{}Z", list.join("L")), points)
    }

    pub(crate) fn rect(x: f32, y: f32, w: f32, h: f32, radius: f32) -> Self {
        let r = radius.min(w / 2.0).min(h / 2.0).max(0.0);
        let d = format!(
            "M{} {y}h{}a{r} {r} 0 0 1 {r} {r}v{}a{r} {r} 0 0 1 -{r} {r}h-{}a{r} {r} 0 0 1 -{r} -{r}v-{}a{r} {r} 0 0 1 {r} -{r}z",
            x + r,
            w - 2.0 * r,
            h - 2.0 * r,
            w - 2.0 * r,
            h - 2.0 * r,
        );
        Self { d, x, y, w, h }
    }

    pub(crate) fn ellipse(cx: f32, cy: f32, rx: f32, ry: f32) -> Self {
        let d = format!(
            "M{} {cy}a{rx} {ry} 0 1 1 {} 0a{rx} {ry} 0 1 1 -{} 0z",
            cx - rx,
            2.0 * rx,
            2.0 * rx
        );
        Self {
            d,
            x: cx - rx,
            y: cy - ry,
            w: 2.0 * rx,
            h: 2.0 * ry,
        }
    }

    /// Four-cornered with rounded, slightly bulging sides: cushions, sacks, dumplings of cloth.
    pub(crate) fn pillow(cx: f32, cy: f32, rx: f32, ry: f32, bulge: f32) -> Self {
        let (bx, by) = (rx * bulge, ry * bulge);
        let points = [
            (cx - rx, cy - ry),
            (cx - rx, cy - ry),
            (cx, cy - ry + by),
            (cx + rx, cy - ry),
            (cx + rx, cy - ry),
            (cx + rx - bx, cy),
            (cx + rx, cy + ry),
            (cx + rx, cy + ry),
            (cx, cy + ry - by),
            (cx - rx, cy + ry),
            (cx - rx, cy + ry),
            (cx - rx + bx, cy),
        ];
        Self::smooth(&points)
    }
}

/// An open smooth line through `points`, as path data.
pub(crate) fn curve(points: &[Point]) -> String {
    format!("M{} {}{}", points[0].0, points[0].1, segments(points))
}

fn segments(points: &[Point]) -> String {
    let last = points.len() - 1;
    (0..last)
        .map(|i| {
            bezier(
                points[i.saturating_sub(1)],
                points[i],
                points[i + 1],
                points[(i + 2).min(last)],
            )
        })
        .collect()
}

/// The Catmull-Rom segment from `b` to `c` as a cubic Bézier curve.
fn bezier(a: Point, b: Point, c: Point, d: Point) -> String {
    if b == c {
        return String::new();
    }
    format!(
        "C{} {} {} {} {} {}",
        b.0 + (c.0 - a.0) / 6.0,
        b.1 + (c.1 - a.1) / 6.0,
        c.0 - (d.0 - b.0) / 6.0,
        c.1 - (d.1 - b.1) / 6.0,
        c.0,
        c.1
    )
}
