/** How the printed directory is laid out. All words come from `data`, as data. */
export const repertoryTemplate = `
#let data = json(bytes(sys.inputs.data))
#let accent = rgb(data.accent)
#let muted = rgb("#565c69")
#let warm = rgb("#b04d06")
#set document(title: data.title + " – " + data.place, author: data.place, date: datetime(..data.date))
#set page(paper: "a4", margin: (x: 1.8cm, top: 1.8cm, bottom: 1.7cm),
  header: text(size: 8.5pt, fill: muted, { data.place; h(1fr); text(fill: warm, weight: "bold", data.mark) }),
  footer: context text(size: 8.5pt, fill: muted, { data.title + " · " + data.dateText; h(1fr); [#counter(page).display() / #counter(page).final().first()] }))
#set text(lang: "fr", region: "FR", font: ("IBM Plex Sans", "Noto Naskh Arabic"), fallback: false, fill: rgb("#1b1f2a"), size: 10.5pt, hyphenate: false)
#set par(leading: 0.6em, spacing: 0.6em)
#show heading.where(level: 1): it => text(size: 25pt, weight: "bold", fill: white, it.body)
#show heading.where(level: 2): it => block(above: 16pt, below: 8pt, sticky: true, width: 100%, inset: (bottom: 4pt), stroke: (bottom: 2pt + accent), text(size: 14pt, weight: "bold", it.body))
#show heading.where(level: 3): it => block(above: 0pt, below: 3pt, sticky: true, text(size: 11.5pt, weight: "bold", it.body))
#block(width: 100%, fill: accent, radius: 4pt, inset: 14pt, {
  text(fill: white, size: 10pt, data.dateText)
  v(1pt)
  heading(level: 1, data.title)
  v(5pt)
  text(fill: white, weight: "bold", size: 11.5pt, data.lead)
})
#block(above: 10pt, below: 6pt, data.opening)
#for group in data.groups {
  heading(level: 2, group.title)
  for actor in group.actors {
    block(breakable: false, above: 10pt, below: 10pt, width: 100%, {
      heading(level: 3, actor.name)
      block(above: 0pt, below: 4pt, text(size: 9.5pt, fill: muted, actor.about))
      block(below: 4pt, actor.does)
      for place in actor.places { block(above: 2pt, below: 2pt, inset: (left: 8pt, y: 1pt), stroke: (left: 2pt + rgb("#d9d5cc")), { text(weight: "bold", place.commune); place.rest }) }
      block(above: 4pt, below: 2pt, actor.reach)
      block(above: 2pt, text(size: 9pt, fill: if actor.isStale { warm } else { muted }, actor.note))
    })
  }
}
#block(above: 18pt, breakable: false, width: 100%, inset: (top: 6pt), stroke: (top: 1pt + rgb("#d9d5cc")), {
  for line in data.last { block(above: 4pt, text(size: 9.5pt, line)) }
})
`
