/** The Typst template: how each block of a page looks. All words come from `data`, as data. */
export const template = `
#let data = json(bytes(sys.inputs.data))
#let ink = rgb("#1b1f2a")
#let muted = rgb("#565c69")
#let line-grey = rgb("#d9d5cc")
#let edge = rgb("#7d786d")
#let accent = rgb("#0b5d5e")
#let soft = rgb("#e3efee")
#let warm = rgb("#b04d06")
#let warm-soft = rgb("#fbebdd")
#let tones = (
  "solide": (accent, white), "measured": (accent, white),
  "indicatif": (rgb("#a3cbc8"), ink), "partly": (rgb("#a3cbc8"), ink),
  "fragile": (rgb("#f4bd8e"), ink), "no-evidence": (rgb("#f4bd8e"), ink),
  "non-concluant": (white, muted), "not-a-survey-matter": (white, muted),
  "other-source": (rgb("#e4e1d9"), ink),
)
#set document(
  title: data.title + " – " + data.place, author: data.place,
  date: datetime(year: data.date.year, month: data.date.month, day: data.date.day),
)
#set text(lang: "fr", region: "FR", font: "IBM Plex Sans", fallback: false, size: 10pt, fill: ink)
#set par(leading: 0.62em, spacing: 0.85em)
#let running(body) = text(size: 8pt, fill: muted, body)
#let marks = if data.marks.len() > 0 { text(fill: warm, weight: "bold", data.marks.join(" · ")) }

#let anchor(id) = if id != "" [#metadata(id)#label(id)]
#let linked(target, body) = if target == "" { body } else { link(label(target), body) }
#let pill(tone, body) = {
  let (fill, on) = tones.at(tone, default: (white, ink))
  box(fill: fill, stroke: if fill == white { 0.6pt + edge }, radius: 6pt, inset: (x: 6pt, y: 2.5pt), baseline: 2.5pt,
    text(size: 8.5pt, weight: "bold", fill: on, body))
}

#let show-heading(b) = {
  if b.eyebrow != "" { block(below: 2pt, sticky: true, above: if b.level == 2 { 10pt } else { 8pt }, text(size: 8.5pt, fill: muted, b.eyebrow)) }
  [#heading(level: b.level, outlined: b.id != "", b.text)#if b.id != "" { label(b.id) }]
}
// What is said last before a heading stays with what stands above it: held to the heading, it would draw everything there to the next page
#let follows(next) = next != none and next.kind not in ("heading", "part")
#let show-text(b, next) = {
  let sticky = follows(next)
  if b.tone == "lead" { block(text(size: 11pt, b.text)) }
  else if b.tone == "small" { block(sticky: sticky, text(size: 8.5pt, fill: muted, b.text)) }
  else if b.tone == "statement" { block(sticky: sticky, text(size: 11.5pt, b.text)) }
  else { block(sticky: sticky, b.text) }
}
#let show-note(b, next) = {
  let strong = b.tone == "mark"
  block(width: 100%, breakable: false, sticky: follows(next), inset: (left: 9pt, right: 6pt, y: if strong { 5pt } else { 2pt }),
    fill: if strong { warm-soft }, stroke: (left: 3pt + if strong { warm } else { line-grey }),
    text(size: 9pt, fill: if strong { rgb("#6b2f04") } else if b.tone == "plain" { ink } else { muted }, b.text))
}
#let reference(b) = if b.target != "" { text(size: 8.5pt, fill: accent, link(label(b.target), underline(b.text))) }
#let show-badge(b, end: none) = block(above: 8pt, below: 8pt, width: 100%, sticky: true,
  [#pill(b.tone, b.text)#h(6pt)#text(size: 8.5pt, fill: muted, b.beside)#h(1fr)#end])
// What holds in a sixth of a page stays in one piece
#let short(texts) = texts.map(t => t.len()).sum(default: 0) < 1000
#let show-terms(b) = {
  let body = table(
    columns: (3.4cm, 1fr), stroke: none, inset: (x: 0pt, y: 3.5pt), column-gutter: 10pt,
    ..b.rows.map(r => (text(weight: "bold", size: 9.5pt, r.term),
      table.cell(breakable: not short(r.texts), { set par(spacing: 0.62em); set text(size: 9.5pt); r.texts.map(t => par(t)).join() }))).flatten())
  if short(b.rows.map(r => r.texts).flatten()) { block(breakable: false, body) } else { body }
}
#let show-list(b, next) = block(sticky: follows(next) and short(b.items), list(..b.items))
#let caption(b) = if b.title != "" or b.base != "" { block(sticky: true, above: 7pt, below: 3pt, {
  if b.title != "" { text(weight: "bold", size: 9.5pt, b.title) + h(8pt) }
  text(size: 8.5pt, fill: muted, b.base)
}) }
#let head(words, ..more) = table.cell(..more, text(size: 8pt, fill: muted, words))
#let rule(rows) = (x, y) => (bottom: if y == 0 { 0.6pt + edge } else { 0.4pt + line-grey })
#let notes(b, held) = for (at, n) in b.notes.enumerate() { block(above: 4pt, sticky: held or at + 1 < b.notes.len(), text(size: 8.5pt, fill: muted, n)) }
// A short table stays in one piece, with what is said under it. Not held: nothing is, and a chain of tables held to one
// another up to the top of the page could be cut anywhere, even between a title and its table
#let whole(rows, held, body) = if rows.len() <= 16 { block(breakable: false, sticky: held, body) } else { body }
#let bar-width = 4.2cm
#let show-bars(b, held) = {
  caption(b)
  let others = b.columns.slice(3)
  set text(size: 9pt)
  whole(b.rows, held or b.notes.len() > 0, table(
    columns: (1fr, bar-width, 1.5cm, 2.7cm) + others.map(_ => 1.7cm),
    align: (x, y) => if x < 2 { left + horizon } else { right + horizon },
    inset: (x, y) => if x == 1 { (x: 0pt, y: 1pt) } else { (x: 4pt, y: 2.5pt) },
    stroke: rule(b.rows.len()),
    table.header(
      head(b.columns.at(0), align: left + bottom),
      table.cell(align: bottom, box(width: 100%, inset: (x: 0.06cm), text(size: 7.5pt, fill: muted, grid(columns: (1fr,) * 3, align: (left, center, right), ..b.axis)))),
      ..b.columns.slice(1).map(c => head(c, align: right + bottom)),
    ),
    ..b.rows.map(r => (
      r.label,
      pdf.artifact(image(bytes(data.bars.at(r.bar).svg), format: "svg", width: bar-width, alt: r.cells.at(0) + " " + r.cells.at(1))),
      text(weight: "bold", r.cells.at(0)), ..r.cells.slice(1),
    )).flatten(),
  ))
  notes(b, held)
}
#let show-plain(b, held) = {
  caption(b)
  let count = b.columns.len()
  let widths = if b.wide {
    range(count).map(i => if b.rows.any(r => (if i == 0 { r.label } else { r.cells.at(i - 1).text }).len() > 34) { 1fr } else { auto })
  } else { (1.4fr,) + range(count - 1).map(_ => 1fr) }
  if b.wide and widths.all(w => w == auto) { widths = (1fr,) + widths.slice(1) }
  let drawn = b.scale != ""
  set text(size: if b.wide { 8.5pt } else { 9pt })
  whole(b.rows, held or b.notes.len() > 0, table(
    columns: if drawn { widths.slice(0, 1) + (2.2cm,) + widths.slice(1) } else { widths },
    align: (x, y) => if drawn { left + (if y == 0 { bottom } else { top }) } else if y == 0 { bottom + (if x > 0 and b.rows.len() > 0 and b.rows.all(r => r.cells.at(x - 1).number) { right } else { left }) } else if x > 0 and b.rows.at(y - 1).cells.at(x - 1).number { right + top } else { left + top },
    inset: (x: 4pt, top: if drawn { 3.2pt } else { 3.4pt }, bottom: if drawn { 3pt } else { 3.4pt }), stroke: rule(b.rows.len()),
    table.header(head(b.columns.at(0)), ..if drawn { (head(b.scale),) }, ..b.columns.slice(1).map(c => head(c))),
    ..b.rows.map(r => (
      { anchor(r.id); linked(r.target, r.label) },
      ..if drawn { (if r.bar != none { pdf.artifact(image(bytes(data.bars.at(r.bar).svg), format: "svg", width: 100%)) },) },
      ..r.cells.map(c => if c.span == "" { c.text } else { text(weight: "bold", c.text) + linebreak() + text(size: 8pt, fill: muted, c.span) }),
    )).flatten(),
  ))
  notes(b, held)
}
#let swatch(fill) = {
  if fill == "hatch" { box(width: 9pt, height: 7pt, fill: tiling(size: (3pt, 3pt), { place(rect(width: 3pt, height: 3pt, fill: rgb("#4a928f"))); place(line(start: (0pt, 3pt), end: (3pt, 0pt), stroke: 1pt + white)) })) }
  else if fill == "secret" { box(width: 9pt, height: 7pt, fill: tiling(size: (4pt, 4pt), { place(rect(width: 4pt, height: 4pt, fill: rgb("#eceae4"))); place(line(start: (0pt, 0pt), end: (4pt, 4pt), stroke: 0.8pt + rgb("#a9a69d"))) })) }
  else { box(width: 9pt, height: 7pt, fill: rgb(fill), stroke: 0.3pt + line-grey) }
}
#let show-week(b) = {
  caption(b)
  for (at, l) in b.layers.enumerate() {
    block(breakable: false, above: 8pt, {
      if l.title != "" { block(below: 4pt, text(weight: "bold", size: 9pt, l.title)) }
      figure(image(bytes(l.drawing.svg), format: "svg", width: l.width * 1%, alt: l.title + ". " + b.alt))
      block(above: 4pt, text(size: 8pt, fill: muted, l.key.map(k => box[#swatch(k.fill)~#k.text]).join(h(8pt))))
    })
  }
}
#let tile(t) = {
  let (fill, on) = tones.at(t.tone, default: (white, ink))
  linked(t.target, box(fill: fill, stroke: if fill == white { 0.6pt + edge }, radius: 2pt, width: 7.5mm, height: 5.4mm,
    align(center + horizon, text(size: 8.5pt, weight: "bold", fill: on, t.text))))
}
#let show-wall(b) = block(width: 100%, breakable: false, {
  grid(columns: (8.4cm, 1fr), row-gutter: 6pt, column-gutter: 8pt, align: horizon,
    ..b.rows.map(r => (text(size: 8pt, fill: muted, r.label), r.tiles.map(tile).join(h(2.5pt)))).flatten())
  block(above: 6pt, text(size: 8pt, fill: muted, b.legend.map(l => {
    let (fill, on) = tones.at(l.tone, default: (white, ink))
    box[#box(fill: fill, stroke: if fill == white { 0.6pt + edge }, width: 8pt, height: 7pt)~#l.text]
  }).join(h(8pt))))
})
#let show-blank(b) = block(breakable: false, width: 100%, above: 9pt, below: 6pt, inset: (x: 9pt, y: 7pt), stroke: 0.8pt + edge, radius: 4pt, {
  text(weight: "bold", size: 9.5pt, b.label)
  v(10pt)
  line(length: 100%, stroke: (paint: edge, dash: "dotted"))
  v(7pt)
  line(length: 100%, stroke: (paint: edge, dash: "dotted"))
  v(2pt)
})
#let show-group(b, show-one) = {
  let show-all(blocks) = for (at, one) in blocks.enumerate() { show-one(one, blocks.at(at + 1, default: none)) }
  if b.role == "summary" {
    block(width: 100%, breakable: false, above: 6pt, below: 6pt, inset: (left: 9pt, y: 1pt), stroke: (left: 2.5pt + accent), {
      anchor(b.id)
      set par(spacing: 0.5em)
      for s in b.blocks {
        if s.kind == "text" and s.tone == "statement" { block(text(size: 9.8pt, s.text)) }
        else if s.kind == "badge" { block(above: 4pt, [#pill(s.tone, s.text)#h(5pt)#text(size: 8.5pt, fill: muted, s.beside)]) }
        else if s.kind == "text" { block(text(size: 8.5pt, fill: muted, s.text)) }
      }
    })
  } else if b.role == "objective" {
    block(width: 100%, above: 7pt, { anchor(b.id); show-all(b.blocks) })
  } else {
    // The link to its source is at the end of the line that says how strong it is
    let end = b.blocks.filter(one => one.kind == "reference").map(reference).join()
    block(width: 100%, above: 9pt, {
      anchor(b.id)
      for (at, one) in b.blocks.enumerate() { if one.kind == "badge" { show-badge(one, end: end) } else { show-one(one, b.blocks.at(at + 1, default: none)) } }
    })
  }
}
#let show-one(b, next) = {
  let held = next == none or next.kind in ("text", "note", "list", "reference")
  if b.kind == "heading" { show-heading(b) }
  else if b.kind == "text" { show-text(b, next) }
  else if b.kind == "note" { show-note(b, next) }
  else if b.kind == "badge" { show-badge(b) }
  else if b.kind == "terms" { show-terms(b) }
  else if b.kind == "list" { show-list(b, next) }
  else if b.kind == "bars" { show-bars(b, held) }
  else if b.kind == "plain" { show-plain(b, held) }
  else if b.kind == "week" { show-week(b) }
  else if b.kind == "wall" { show-wall(b) }
  else if b.kind == "blank" { show-blank(b) }
  else if b.kind == "group" { show-group(b, show-one) }
}
#let show-all(blocks, after: none) = for (at, b) in blocks.enumerate() { show-one(b, blocks.at(at + 1, default: after)) }

// « manque-t-il » is one word
#let unbroken(body) = { show regex("\\S+-t-\\S+"): box; body }
#show heading.where(level: 1): it => block(width: 100%, below: 9pt, sticky: true, inset: (bottom: 5pt), stroke: (bottom: 2pt + accent), text(size: 19pt, weight: "bold", unbroken(it.body)))
#show heading.where(level: 2): it => block(above: 9pt, below: 5pt, sticky: true, text(size: 14pt, weight: "bold", fill: accent, it.body))
#show heading.where(level: 3): it => block(above: 10pt, below: 6pt, sticky: true, text(size: 11.5pt, weight: "bold", it.body))
#show heading.where(level: 4): it => block(above: 6pt, below: 7pt, sticky: true, text(size: 9.5pt, weight: "bold", fill: muted, it.body))
`

/** The cover, or the band at the head of the first page, and the order of the report. */
export const reportTemplate = `
#let cover = page(paper: "a4", margin: 0pt, fill: accent, header: none, footer: none, block(width: 100%, height: 100%, inset: (x: 2.2cm, y: 2.4cm), {
  set text(fill: white)
  text(size: 13pt, weight: "bold", data.place)
  if data.marks.len() > 0 {
    block(above: 12pt, data.marks.map(m => box(fill: white, radius: 9pt, inset: (x: 9pt, y: 4pt), text(fill: warm, weight: "bold", size: 10pt, m))).join(h(6pt)))
  }
  v(1fr)
  { set par(leading: 0.45em); block(width: 90%, text(size: 34pt, weight: "bold", hyphenate: false, data.title)) }
  block(above: 16pt, width: 80%, text(size: 13pt, data.subtitle))
  v(1fr)
  pdf.artifact(image(bytes(data.ribbon.svg), format: "svg", width: 100%, alt: "Sept lignes de quarante-huit demi-heures"))
  v(1fr)
  grid(columns: data.facts.map(_ => 1fr) + (1.2fr,), column-gutter: 12pt,
    ..data.facts.map(f => [#text(size: 21pt, weight: "bold", f.value)#linebreak()#text(size: 9.5pt, f.label)]),
    [#text(size: 15pt, weight: "bold", data.date.text)#linebreak()#text(size: 9.5pt)[date du rapport]])
  block(above: 22pt, text(size: 8pt, data.colophon.join(linebreak())))
}))
#let band = block(width: 100%, below: 14pt, fill: accent, radius: 4pt, inset: (x: 16pt, y: 14pt), {
  set text(fill: white)
  if data.marks.len() > 0 {
    block(below: 8pt, data.marks.map(m => box(fill: white, radius: 8pt, inset: (x: 8pt, y: 3pt), text(fill: warm, weight: "bold", size: 9pt, m))).join(h(6pt)))
  }
  block(below: 7pt, text(size: 22pt, weight: "bold", hyphenate: false, data.title))
  text(size: 12pt, data.subtitle)
})
#set page(
  paper: "a4", margin: (x: 2cm, top: 1.8cm, bottom: 1.6cm), fill: none,
  header: running({ data.place; h(1fr); marks }),
  footer: context running({ data.title + " · " + data.date.text; h(1fr); [page #counter(page).display() sur #counter(page).final().first()] }),
)
#if data.front == "cover" { cover; counter(page).update(2) } else { band }
#for (at, part) in data.parts.enumerate() {
  // nothing here may ask where it stands: the layout would not settle in its five turns, and misnumber its pages
  if at > 0 and not part.flow { pagebreak(weak: true) }
  [#heading(level: 1, part.title)#label(part.id)]
  // The last table of a part is not held to the next part
  show-all(part.blocks, after: (kind: "part"))
  if part.id == "lire" {
    heading(level: 1, outlined: false)[Sommaire]
    show outline.entry.where(level: 1): set text(weight: "bold")
    set text(size: 9pt)
    // the full report has more lines than half a page holds
    context {
      let entries = outline(title: none, depth: 2, indent: 10pt)
      if query(heading.where(outlined: true).and(heading.where(level: 2))).len() > 10 { columns(2, gutter: 16pt, { set text(size: 8pt); entries }) } else { entries }
    }
  }
}
// on the cover where there is one: a page of its own would hold three lines
#if data.front != "cover" {
  v(1fr, weak: true)
  block(above: 20pt, inset: (top: 8pt), stroke: (top: 0.6pt + line-grey), width: 100%, text(size: 8pt, fill: muted, data.colophon.join(linebreak())))
}
`
