/** How the paper of the exit questions is laid out: a Typst page that reads everything it says from `sys.inputs`. */
export const exitPosterPage = String.raw`
#let data = json(bytes(sys.inputs.data))
#let accent = rgb(data.accent)
#let grey = rgb("#565c69")
#set document(title: data.call + " – " + data.activity, author: data.author)
#set text(font: ("IBM Plex Sans", "Noto Naskh Arabic"), lang: "fr", region: "FR", size: 15pt, fill: rgb("#1b1f2a"), hyphenate: false)
#set par(leading: 0.5em, spacing: 0.7em)
#set page(paper: "a4", margin: (x: 50pt, top: 44pt, bottom: 40pt), fill: rgb("#fbfaf7"))
#show heading.where(level: 1): it => block(above: 0pt, below: 0pt, text(size: 46pt, weight: "bold", fill: accent, it.body))
#show heading.where(level: 2): it => block(above: 0pt, below: 0pt, text(size: 26pt, weight: "bold", it.body))

#if data.logo.len() > 0 {
  grid(columns: (auto, 1fr), column-gutter: 14pt, align: horizon,
    image(bytes(data.logo), height: 44pt, alt: "Logo : " + data.author),
    text(weight: "bold", data.author))
} else { text(weight: "bold", data.author) }
#v(1fr)
#heading(level: 1, data.call)
#v(14pt)
#heading(level: 2, data.what)
#v(16pt)
#text(size: 20pt, data.activity) \
#text(fill: grey, data.when)
#v(1fr)
#align(center, block(fill: white, inset: 18pt, radius: 8pt, stroke: 2.5pt + accent,
  image(bytes(data.qr), format: "svg", width: 250pt, alt: data.scan + " : " + data.address)))
#v(14pt)
#align(center)[#text(size: 23pt, weight: "bold", fill: accent, data.scan) \
#v(2pt) #text(size: 13pt, fill: grey, data.type) #h(3pt) #text(size: 16pt, weight: "bold", box(data.address))]
#v(1fr)
#block(below: 12pt, [#data.promise #data.until])
#for other in data.others {
  block(width: 100%, above: 0pt, below: 9pt, align(if other.rtl { right } else { left },
    text(size: 15pt, lang: other.lang, dir: if other.rtl { rtl } else { ltr }, weight: "bold", other.text)))
}
`
