/** How the pretest kit is laid out: a Typst page that reads everything it says of a questionnaire from `sys.inputs`. */
export const pretestPage = `
#let data = json(bytes(sys.inputs.data))
#let accent = rgb("#0b5d5e")
#let soft = rgb("#e3efee")
#let grey = rgb("#565c69")
#let ink = rgb("#1b1f2a")
#set document(title: "Kit d’essai : " + data.title, author: data.author)
#set text(font: ("IBM Plex Sans",), size: 10.5pt, lang: "fr", hyphenate: false, fill: ink)
#set par(leading: 0.62em, spacing: 0.75em)
#show heading.where(level: 1): it => text(size: 1.7em, weight: "bold", fill: accent, it.body)
#show heading.where(level: 2): it => block(above: 1.4em, below: 0.8em, sticky: true, text(size: 1.2em, weight: "bold", fill: accent, it.body))
#let square = pdf.artifact(box(width: 0.95em, height: 0.95em, stroke: 0.9pt + ink, radius: 1.5pt, baseline: 0.12em))
#let dots(width) = pdf.artifact(box(width: width, height: 1.05em, baseline: 0.15em, stroke: (bottom: 0.8pt + grey)))
#let line-to-write = pdf.artifact(block(width: 100%, height: 1.5em, below: 0pt, stroke: (bottom: 0.8pt + grey)))
#set page(paper: "a4", margin: (x: 1.7cm, top: 1.5cm, bottom: 1.7cm), footer-descent: 35%, footer: context {
  set text(size: 8.5pt, fill: grey)
  grid(columns: (1fr, auto), [Kit d’essai · #data.reference · #data.author], [page #counter(page).get().first()])
})
#set table(stroke: 0.6pt + rgb("#b9b4a8"), inset: (x: 5pt, y: 5pt))
#show table.cell.where(y: 0): set text(weight: "bold", size: 0.92em)

= Essayer avant d’ouvrir
#block(below: 0.9em, text(size: 1.15em)[#strong(data.title) · #data.audience])

Un essai montre ce que personne ne voit en relisant : un mot que l’on saute, une réponse qui manque, une question qui gêne. Il faut #data.people personnes, une à la fois, une demi-heure chacune.

== Qui inviter
- Des personnes à qui le questionnaire s’adresse, de communes différentes.
- Quelqu’un qui lit avec peine, quelqu’un qui répond sur un petit téléphone.
- Personne du service qui l’a écrit.

== Comment faire
+ Dire : « Ce n’est pas vous que l’on essaie, c’est le questionnaire. Pensez à voix haute. »
+ Donner le téléphone, la borne ou la feuille, et noter l’heure.
+ Se taire. Si la personne demande, répondre : « Qu’est-ce que vous comprenez ? », et noter.
+ Cocher sur la fiche ce qui se passe à chaque question. Noter ses mots, pas les vôtres.
+ À la fin, noter l’heure et poser les cinq questions.
+ Remercier. Ne noter ni nom, ni adresse : un numéro de 1 à #data.people suffit. Les réponses d’essai s’effacent.

== Ce que l’on en fait
#table(columns: (1fr, 1fr), fill: (_, y) => if y == 0 { soft },
  table.header([Ce que l’on a vu], [Ce que l’on fait]),
  [2 personnes butent sur la même question], [La réécrire, puis l’essayer à nouveau],
  [Une réponse manque à 2 personnes], [L’ajouter, ou proposer « Autre, précisez »],
  [Une question gêne], [La retirer, ou demander un accord avant],
  [Une page prend deux fois le temps prévu], [La couper, ou retirer une question],
  [Une personne s’arrête], [Chercher où, et pourquoi, avant d’ouvrir],
)

#pagebreak()
= Fiche d’observation
#block(below: 0.8em)[Une fiche par personne. Numéro #dots(1.4cm) #h(1fr) Jour #dots(2.6cm) #h(1fr) Début #dots(1.8cm) #h(1fr) Fin #dots(1.8cm)]
#block(below: 1em)[#square téléphone #h(8pt) #square ordinateur #h(8pt) #square borne #h(8pt) #square papier #h(1fr) Langue #dots(4cm)]
#block(below: 1em)[Temps prévu, tout lu : environ #strong(data.total).]

#for page in data.pages {
  table(columns: (0.95cm, 1fr, 1.1cm, 1.25cm, 1.5cm, 1.4cm, 3.8cm), align: (x, y) => if x in (2, 3, 4, 5) { center + horizon } else { start + horizon },
    fill: (_, y) => if y == 0 { soft },
    table.header([n°], [#if page.title == "" [Page] else { page.title } #text(weight: "regular", fill: grey, size: 0.9em)[· #page.time prévues, #dots(1.1cm) mesurées]], text(size: 0.82em)[relit], text(size: 0.82em)[hésite], text(size: 0.82em)[demande], text(size: 0.82em)[change], [ses mots]),
    ..page.questions.map(question => (text(fill: grey)[#question.number], question.title, square, square, square, square, [])).flatten(),
  )
}

#pagebreak()
= Cinq questions sur les questions
#block(below: 0.9em)[À poser à voix haute, juste après. Noter les mots de la personne.]
#for (at, question) in data.debrief.enumerate() {
  block(breakable: false, above: 1.1em)[#strong[#str(at + 1). #question] #line-to-write #line-to-write #line-to-write]
}

#pagebreak()
= Bilan de l’essai
#block(below: 0.9em)[À remplir à plusieurs, quand les #data.people personnes sont passées.]
#table(columns: (2.4cm,) + (1fr,) * data.people + (1.6cm,), fill: (_, y) => if y == 0 { soft },
  table.header([Personne], ..range(data.people).map(n => align(center)[#str(n + 1)]), align(center)[milieu]),
  [Minutes], ..range(data.people + 1).map(_ => [#v(1em)]),
  [Jusqu’au bout], ..range(data.people).map(_ => align(center, square)), [],
)
#block(above: 0.8em, below: 1.2em, text(fill: grey)[Annoncé aux personnes : « #data.announced ». Si le milieu des temps mesurés est plus long, l’annonce change.])
#table(columns: (1.4cm, 2.4cm, 1fr, 1fr), fill: (_, y) => if y == 0 { soft },
  table.header([n°], [combien ont buté], [ce qu’on a compris], [ce que l’on change]),
  ..range(12 * 4).map(_ => [#v(1.25em)]),
)
#block(above: 1.2em)[Décidé le #dots(3cm) #h(1fr) #square à ouvrir #h(12pt) #square à essayer encore]
`
