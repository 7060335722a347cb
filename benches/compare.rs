//! How long comparing takes: nothing changed, one word changed, all of it rewritten.

use std::fmt::Write as _;
use std::hint::black_box;

use criterion::{Criterion, criterion_group, criterion_main};
use hausrecht::model::{Block, BlockKind, Document};
use hausrecht::steps::compare::{compare, fingerprint};

/// A document of so many bytes; another seed gives other words.
fn document(bytes: usize, mut seed: u64) -> Document {
    const WORDS: [&str; 16] = [
        "page",
        "must",
        "contest",
        "not",
        "rules",
        "the",
        "of",
        "privacy",
        "promotion",
        "data",
        "may",
        "advertising",
        "account",
        "terms",
        "user",
        "notice",
    ];
    let mut blocks = Vec::new();
    let mut size = 0;
    while size < bytes {
        let mut text = String::new();
        for _ in 0..60 {
            seed = seed.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
            let pick = usize::try_from(seed >> 40).unwrap_or_default();
            let _ = write!(text, "{}{} ", WORDS[pick % WORDS.len()], pick % 97);
        }
        size += text.len();
        let kind = if blocks.len() % 8 == 0 { BlockKind::Heading(2) } else { BlockKind::Paragraph };
        blocks.push(Block { kind, text: text.trim_end().to_owned(), links: Vec::new(), outside: false });
    }
    Document { blocks, ..Document::default() }
}

fn comparing(bench: &mut Criterion) {
    let page = document(300_000, 1);
    let mut changed = page.clone();
    changed.blocks[100].text.push_str(" and nothing else");
    bench.bench_function("fingerprint of 300 KB", |run| run.iter(|| fingerprint(black_box(&page))));
    bench.bench_function("300 KB, the same", |run| run.iter(|| compare(black_box(&page), black_box(&page.clone()))));
    bench.bench_function("300 KB, one sentence changed", |run| {
        run.iter(|| compare(black_box(&page), black_box(&changed)));
    });
    let (old, new) = (document(1_300_000, 2), document(1_300_000, 3));
    bench.bench_function("1.3 MB, rewritten", |run| run.iter(|| compare(black_box(&old), black_box(&new))));
}

criterion_group! { name = benches; config = Criterion::default().sample_size(10); targets = comparing }
criterion_main!(benches);
