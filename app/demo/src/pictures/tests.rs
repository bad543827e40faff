//! Every picture can be drawn, is repeatable, and tells products apart.

use resvg::usvg;

use super::{
    Archetype, Artwork, Colourway, Department, Raster, Scene, View, blur_colour, render, svg, webp,
};

fn scene(archetype: Archetype, seed: u64, view: View) -> Scene {
    Scene {
        archetype,
        seed,
        view,
        colourway: None,
    }
}

/// Pixels that differ visibly from the first one.
fn busy_pixels(raster: &Raster) -> usize {
    let first = &raster.rgba[..4];
    raster
        .rgba
        .chunks_exact(4)
        .filter(|pixel| pixel.iter().zip(first).any(|(a, b)| a.abs_diff(*b) > 24))
        .count()
}

/// 8 × 10 cells of quantised colour.
fn perceptual_hash(raster: &Raster) -> Vec<u8> {
    raster.shrink(8).rgba.iter().map(|part| part / 16).collect()
}

#[test]
fn names_are_unique_and_reversible() {
    for &archetype in Archetype::ALL {
        assert_eq!(Archetype::from_name(archetype.name()), Some(archetype));
        assert!(archetype.department().archetypes().any(|a| a == archetype));
    }
    let total: usize = Department::ALL.iter().map(|d| d.archetypes().count()).sum();
    assert_eq!(total, Archetype::ALL.len());
    for &way in Colourway::ALL {
        assert_eq!(Colourway::from_name(&way.name().to_lowercase()), Some(way));
    }
    assert_eq!(Archetype::from_name("unicorn"), None);
}

#[test]
fn same_scene_gives_same_bytes() {
    let widths = [160, 80];
    for &archetype in Archetype::ALL.iter().step_by(9) {
        let scene = scene(archetype, 42, View::Styled);
        assert_eq!(svg(&scene), svg(&scene));
        assert_eq!(webp(&scene, &widths), webp(&scene, &widths));
    }
}

#[test]
fn every_archetype_and_view_draws() {
    for (index, &archetype) in Archetype::ALL.iter().enumerate() {
        for view in View::ALL {
            for seed in [index as u64, 7_000 + index as u64] {
                let scene = scene(archetype, seed, view);
                let text = svg(&scene);
                assert!(!text.contains("NaN") && !text.contains("inf"), "{scene:?}");
                assert!(!text.contains("<text"), "{scene:?}");
                usvg::Tree::from_str(&text, &usvg::Options::default()).expect("well-formed");
                assert!(text.contains("viewBox=\"0 0 800 1000\""));
            }
            let raster = render(&scene(archetype, index as u64, view), 64);
            assert_eq!((raster.width, raster.height), (64, 80));
            assert!(
                raster.rgba.chunks_exact(4).all(|p| p[3] == 255),
                "{archetype} {view:?} is opaque"
            );
            assert!(
                busy_pixels(&raster) > 200,
                "{archetype} {view:?} shows something"
            );
        }
    }
}

#[test]
fn seeds_look_different() {
    for archetype in [
        Archetype::Mug,
        Archetype::Sweater,
        Archetype::Wallet,
        Archetype::ArtPrint,
    ] {
        let hashes: Vec<_> = (0..24)
            .map(|seed| perceptual_hash(&render(&scene(archetype, seed, View::Front), 160)))
            .collect();
        for (i, a) in hashes.iter().enumerate() {
            for (j, b) in hashes.iter().enumerate().skip(i + 1) {
                let distance = a.iter().zip(b).filter(|(x, y)| x != y).count();
                assert!(
                    distance >= 16,
                    "{archetype}: seeds {i} and {j} differ in {distance} cells only"
                );
            }
        }
    }
}

#[test]
fn views_share_the_product_s_colours_and_colourways_change_them() {
    let base = scene(Archetype::Tee, 5, View::Front);
    for view in View::ALL {
        assert_eq!(blur_colour(&Scene { view, ..base }), blur_colour(&base));
    }
    for &way in Colourway::ALL {
        let dyed = svg(&Scene {
            colourway: Some(way),
            ..base
        });
        assert!(
            dyed.contains(&way.colour().to_string()),
            "{} is used",
            way.name()
        );
    }
}

#[test]
fn webp_comes_in_every_width() {
    let pictures = webp(&scene(Archetype::Vase, 3, View::Front), &[48, 192, 96]);
    let sizes: Vec<_> = pictures.iter().map(|p| (p.width, p.height)).collect();
    assert_eq!(sizes, [(48, 60), (192, 240), (96, 120)]);
    for picture in &pictures {
        let decoded = ::webp::Decoder::new(&picture.webp)
            .decode()
            .expect("valid WebP");
        assert_eq!(
            (decoded.width(), decoded.height()),
            (picture.width, picture.height)
        );
    }
    assert!(webp(&scene(Archetype::Vase, 3, View::Front), &[]).is_empty());
}

#[test]
fn artwork_has_its_proportions() {
    let category = |n: usize| Artwork::Category {
        archetypes: Archetype::ALL.iter().copied().skip(n * 3).take(n).collect(),
        seed: n as u64,
    };
    let mut cases = vec![(Artwork::Placeholder, 4, 5)];
    for seed in 0..12 {
        cases.push((Artwork::Hero { seed }, 16, 10));
        cases.push((Artwork::MerchantBanner { seed }, 16, 5));
        let initials =
            String::from_utf8(vec![b'a' + seed as u8, b'Z' - seed as u8]).expect("ASCII");
        cases.push((Artwork::MerchantMark { seed, initials }, 1, 1));
    }
    cases.push((
        Artwork::MerchantMark {
            seed: 1,
            initials: "Ø".to_owned(),
        },
        1,
        1,
    ));
    cases.extend((0..4).map(|n| (category(n), 4, 3)));
    for (artwork, w, h) in cases {
        let raster = artwork.render(160);
        assert_eq!(raster.height, 160 * h / w, "{artwork:?}");
        assert!(busy_pixels(&raster) > 300, "{artwork:?}");
        assert!(!artwork.svg().contains("NaN"));
    }
}
