/** The types of questions the gate allows, as they are offered to people who make questionnaires. */
export type TypeOffer = {
  /** As `newElement` takes it. */
  name: string
  title: string
  help: string
  part: string
}

export const typeOffers: readonly TypeOffer[] = [
  { name: 'radiogroup', title: 'Un choix', help: 'Une seule réponse dans une liste courte.', part: 'Choisir' },
  { name: 'checkbox', title: 'Plusieurs choix', help: 'Des cases à cocher.', part: 'Choisir' },
  { name: 'dropdown', title: 'Liste déroulante', help: 'Une réponse dans une longue liste.', part: 'Choisir' },
  { name: 'boolean', title: 'Oui ou non', help: 'Deux réponses, rien d’autre.', part: 'Choisir' },
  { name: 'rating', title: 'Échelle', help: 'Une note, de 1 à 5 ou de 0 à 10.', part: 'Choisir' },
  { name: 'matrix', title: 'Tableau', help: 'Les mêmes réponses pour plusieurs lignes.', part: 'Choisir' },
  { name: 'ranking', title: 'Classement', help: 'Mettre dans l’ordre de préférence.', part: 'Choisir' },
  { name: 'number', title: 'Nombre', help: 'Un nombre entier, entre deux bornes.', part: 'Écrire' },
  { name: 'text', title: 'Texte court', help: 'Quelques mots.', part: 'Écrire' },
  { name: 'comment', title: 'Texte libre', help: 'Quelques phrases. Long à lire et à dépouiller.', part: 'Écrire' },
  { name: 'weekhours', title: 'Semaine type', help: 'Les horaires, jour par jour, à la demi-heure.', part: 'Situer' },
  {
    name: 'paneldynamic',
    title: 'Fiche répétée',
    help: 'Les mêmes questions pour chaque enfant, par exemple.',
    part: 'Rassembler',
  },
  { name: 'panel', title: 'Groupe', help: 'Des questions sous un même titre.', part: 'Rassembler' },
]

/** The offer an element comes from. */
export const offerOf = ({ type, inputType }: { type: string; inputType?: unknown }): TypeOffer | undefined =>
  typeOffers.find(({ name }) => name === (type === 'text' && inputType === 'number' ? 'number' : type))

export const typeTitle = (element: { type: string; inputType?: unknown }) => offerOf(element)?.title ?? element.type
