/** Why a response of a tablet waits for the staff, in their words. */
export const whys = {
  frozen: 'arrivée après le gel des résultats',
  closed: 'terminée après la fin du questionnaire',
  early: 'terminée avant l’ouverture du questionnaire',
  'trial-over': 'donnée pendant l’essai, qui est terminé',
  refused: 'ne correspond pas au questionnaire publié',
  differs: 'déjà reçue avec d’autres réponses',
  unknown: 'porte sur un questionnaire qui n’existe plus',
  clock: 'porte une date impossible : l’horloge de la tablette était fausse',
  unreadable: 'ne peut pas être ouverte : abîmée, ou sa clé n’existe plus',
} as const

export type Why = keyof typeof whys
