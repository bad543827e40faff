//! Renders a grid of pictures to one WebP file, to look at them side by side.
//!
//! `contact_sheet OUT.webp archetypes [SEED]` – every archetype, front view;
//! `contact_sheet OUT.webp NAME [SEED]` – one archetype: seeds across, views down;
//! `contact_sheet OUT.webp artwork [SEED]` – hero, banners, marks, categories;
//! `contact_sheet OUT.webp speed` – times every archetype in the shop's widths, then as `archetypes`;
//! `contact_sheet OUT.webp views [SEED]` – every archetype in the three other views.

use demo::pictures::{self, Archetype, Artwork, Raster, Scene, View};

const CELL: u32 = 240;

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let mut args = std::env::args().skip(1);
    let out = args.next().ok_or("missing output path")?;
    let what = args.next().unwrap_or_else(|| "archetypes".to_owned());
    let seed: u64 = args.next().map_or(Ok(1), |text| text.parse())?;
    let start = std::time::Instant::now();
    let (columns, pictures) = match what.as_str() {
        "archetypes" => (10, archetypes(seed, &[View::Front])),
        "views" => (
            12,
            archetypes(seed, &[View::Angle, View::Detail, View::Styled]),
        ),
        "speed" => {
            speed(seed);
            (10, archetypes(seed, &[View::Front]))
        }
        "artwork" => (4, artwork(seed)),
        name => (
            8,
            one(Archetype::from_name(name).ok_or("unknown archetype")?, seed),
        ),
    };
    eprintln!("{} pictures in {:?}", pictures.len(), start.elapsed());
    std::fs::write(out, grid(columns, &pictures).encode().webp)?;
    Ok(())
}

fn archetypes(seed: u64, views: &[View]) -> Vec<Raster> {
    let mut out = Vec::new();
    for (index, &archetype) in Archetype::ALL.iter().enumerate() {
        for &view in views {
            let seed = seed * 1000 + index as u64;
            out.push(pictures::render(
                &Scene {
                    archetype,
                    seed,
                    view,
                    colourway: None,
                },
                CELL,
            ));
        }
    }
    out
}

/// Prints the slowest and the mean time of rendering and encoding one picture.
fn speed(seed: u64) {
    let mut times = Vec::new();
    for &archetype in Archetype::ALL {
        for view in View::ALL {
            let scene = Scene {
                archetype,
                seed,
                view,
                colourway: None,
            };
            let start = std::time::Instant::now();
            let bytes: usize = pictures::webp(&scene, &[960, 480, 240])
                .iter()
                .map(|picture| picture.webp.len())
                .sum();
            times.push((start.elapsed(), archetype.name(), view.name(), bytes));
        }
    }
    times.sort();
    let total: std::time::Duration = times.iter().map(|entry| entry.0).sum();
    eprintln!("mean {:?}", total / times.len() as u32);
    for entry in times.iter().rev().take(8) {
        eprintln!("{entry:?}");
    }
}

fn one(archetype: Archetype, seed: u64) -> Vec<Raster> {
    let mut out = Vec::new();
    for view in View::ALL {
        for seed in seed..seed + 8 {
            out.push(pictures::render(
                &Scene {
                    archetype,
                    seed,
                    view,
                    colourway: None,
                },
                CELL,
            ));
        }
    }
    out
}

fn artwork(seed: u64) -> Vec<Raster> {
    let mut list: Vec<Artwork> = (seed..seed + 4)
        .map(|seed| Artwork::Hero { seed })
        .collect();
    list.extend((seed..seed + 8).map(|seed| Artwork::MerchantBanner { seed }));
    list.extend((seed..seed + 4).map(|seed| Artwork::MerchantMark {
        seed,
        initials: "RSGK".chars().skip((seed % 3) as usize).take(2).collect(),
    }));
    list.extend((seed..seed + 7).map(|seed| {
        Artwork::Category {
            archetypes: Archetype::ALL
                .iter()
                .copied()
                .skip(seed as usize * 7 % 60)
                .step_by(2)
                .take(3)
                .collect(),
            seed,
        }
    }));
    list.push(Artwork::Placeholder);
    list.iter().map(|art| art.render(480)).collect()
}

/// Pastes pictures into cells as large as the largest.
fn grid(columns: usize, pictures: &[Raster]) -> Raster {
    let cell_w = pictures.iter().map(|p| p.width).max().unwrap_or(1) as usize + 6;
    let cell_h = pictures.iter().map(|p| p.height).max().unwrap_or(1) as usize + 6;
    let (width, height) = (cell_w * columns, cell_h * pictures.len().div_ceil(columns));
    let mut rgba = vec![250; width * height * 4];
    for (index, picture) in pictures.iter().enumerate() {
        let (left, top) = (index % columns * cell_w, index / columns * cell_h);
        for (row, line) in picture
            .rgba
            .chunks_exact(picture.width as usize * 4)
            .enumerate()
        {
            let start = ((top + row) * width + left) * 4;
            rgba[start..start + line.len()].copy_from_slice(line);
        }
    }
    Raster {
        width: width as u32,
        height: height as u32,
        rgba,
    }
}
