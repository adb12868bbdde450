/** How « Ce que vous nous avez dit » is laid out on paper. All words come from `data`, as data. */
export const publicTemplate = `
#let data = json(bytes(sys.inputs.data))
#let easy = data.language == "fr-facile"
#let is-rtl = data.direction == "rtl"
#let accent = rgb("#0b5d5e")
#let muted = rgb("#565c69")
#let warm = rgb("#b04d06")
#let start = if is-rtl { right } else { left }
#let edge(inner, line) = if is-rtl { (inset: (right: inner, y: 1pt), stroke: (right: line)) } else { (inset: (left: inner, y: 1pt), stroke: (left: line)) }
#let marks = text(fill: warm, weight: "bold", data.marks.join(" · "))
#set document(title: data.title + " – " + data.place, author: data.place, date: datetime(..data.date))
#set page(paper: "a4", margin: (x: 2cm, top: 1.8cm, bottom: 1.8cm),
  header: text(size: 8.5pt, fill: muted, { data.place; h(1fr); marks }),
  footer: context text(size: 8.5pt, fill: muted, { data.title + " · " + data.dateText; h(1fr); [#counter(page).display() / #counter(page).final().first()] }))
#set text(lang: data.tag, region: data.region, dir: if is-rtl { rtl } else { ltr }, font: ("IBM Plex Sans", "Noto Naskh Arabic"), fallback: false, fill: rgb("#1b1f2a"), size: if easy { 12pt } else { 11pt }, hyphenate: false)
#set par(leading: if easy { 0.75em } else { 0.65em }, spacing: 0.75em)
// « manque-t-il » is one word
#let unbroken(body) = { show regex("\\S+-t-\\S+"): box; body }
#show heading.where(level: 1): it => text(size: 26pt, weight: "bold", fill: white, it.body)
#show heading.where(level: 2): it => block(below: 6pt, above: 0pt, sticky: true, text(size: 1.18em, weight: "bold", unbroken(it.body)))
#show heading.where(level: 3): it => block(below: 6pt, above: 11pt, sticky: true, text(size: 1em, weight: "bold", fill: accent, it.body))
#let drawn(svg, width, alt) = pdf.artifact(if is-rtl { scale(x: -100%, image(bytes(svg), format: "svg", width: width, alt: alt)) } else { image(bytes(svg), format: "svg", width: width, alt: alt) })
#let figures(bars, alt) = block(above: 6pt, below: 8pt, width: 100%, breakable: false, {
  for bar in bars {
    if bar.label == "" { drawn(bar.svg, 6.5cm, alt) }
    else {
      block(above: 5pt, below: 2pt, breakable: false, grid(columns: (1fr, 5.4cm, 3.8cm), column-gutter: 8pt, align: (start + horizon, start + horizon, start + horizon),
        text(size: 0.92em, bar.label), drawn(bar.svg, 5.4cm, bar.label),
        { text(weight: "bold", bar.text); h(5pt); text(size: 0.8em, fill: muted, bar.interval) }))
    }
  }
})
#let decisions(decided, with-due: true) = for one in decided {
  block(above: 5pt, ..edge(8pt, 3pt + accent), {
    if one.became != "" { text(weight: "bold", one.became); [ ]; text(lang: "fr", dir: ltr, one.why); linebreak() }
    one.day; linebreak(); text(lang: "fr", dir: ltr, weight: "bold", one.text)
    if with-due and one.due != "" { linebreak(); one.due } })
}
#let map-of(m) = block(above: 8pt, breakable: false, width: 100%, grid(columns: (6cm, 1fr), column-gutter: 12pt, align: horizon,
  { pdf.artifact(image(bytes(m.drawing.svg), format: "svg", width: 6cm, alt: m.title)); block(above: 5pt, text(size: 7.5pt, fill: muted, m.key)) },
  { block(below: 4pt, text(size: 0.9em, weight: "bold", m.title))
    set text(size: 0.9em)
    table(columns: (1fr, auto, auto), align: start, inset: (x: 4pt, y: 4.5pt), stroke: (x, y) => (bottom: 0.5pt + rgb("#d9d5cc")),
      table.header(..m.columns.map(c => text(weight: "bold", c))),
      ..m.rows.map(r => (r.zone, r.share, r.interval)).flatten()) }))
#block(width: 100%, fill: accent, radius: 4pt, inset: 14pt, {
  text(fill: white, size: 10pt, data.dateText)
  v(1pt)
  heading(level: 1, data.title)
  v(5pt)
  text(fill: white, weight: "bold", size: 12pt, data.subject)
  v(6pt)
  pdf.artifact(image(bytes(data.ribbon), format: "svg", width: 100%, height: 1.7cm, fit: "contain", alt: data.title))
})
#for section in data.sections.filter(s => s.at("isNotice", default: false)) {
  block(above: 10pt, width: 100%, ..edge(9pt, 3.5pt + warm), { heading(level: 2, section.title); for line in section.lines { block(text(lang: "fr", dir: ltr, line)) } })
}
#block(above: 12pt, below: 10pt, text(size: 1.04em, data.thanks + " " + data.opening))
#for page in data.pages {
  block(above: 14pt, width: 100%, inset: (top: 7pt), stroke: (top: 2.5pt + accent), {
    heading(level: 2, page.title)
    heading(level: 3, data.steps.said)
    if page.question != "" { block(sticky: page.bars.len() > 0, text(size: 0.9em, fill: muted, page.question)) }
    if page.note != "" { block(above: 6pt, sticky: true, text(size: 0.85em, fill: muted, page.note)) }
    if page.bars.len() > 0 { figures(page.bars, page.title) }
    for line in page.lines { block(line) }
    if page.where != none {
      block(above: 8pt, sticky: page.where.map != none, page.where.sentence)
      if page.where.map != none { map-of(page.where.map) }
    }
    heading(level: 3, data.steps.decided)
    if page.pending != "" { block(page.pending) }
    decisions(page.decided, with-due: page.decided.len() > 1)
    heading(level: 3, data.steps.when)
    block(page.when)
    heading(level: 3, data.steps.unknown)
    block(page.unknown)
  })
}
#if data.items.len() > 0 {
  block(above: 16pt, sticky: true, heading(level: 2, data.others))
  for item in data.items {
    block(width: 100%, breakable: false, above: 11pt, ..edge(10pt, 3pt + rgb("#d9d5cc")), {
      heading(level: 3, item.title)
      if item.question != "" { block(sticky: true, text(size: 0.9em, fill: muted, item.question)) }
      if item.note != "" { block(above: 6pt, sticky: true, text(size: 0.85em, fill: muted, item.note)) }
      if item.bars.len() > 0 { figures(item.bars, item.title) }
      for line in item.lines { block(line) }
      decisions(item.decided)
    })
  }
}
#block(above: 9pt, text(size: 9pt, fill: muted, data.barKey))
#for section in data.sections.filter(s => not s.at("isNotice", default: false)) {
  block(above: 12pt, breakable: false, width: 100%, {
    heading(level: 2, section.title)
    for line in section.lines { block(line) }
  })
}
`
