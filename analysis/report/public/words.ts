/** The fixed words of « Ce que vous nous avez dit », in French and in easy French. */
export type PublicLanguage = 'fr' | 'fr-facile'

export const publicWords = {
  fr: {
    title: 'Ce que vous nous avez dit',
    thanks: 'Merci à toutes les personnes qui ont pris le temps de répondre.',
    limitsTitle: 'Ce que ces chiffres ne disent pas',
    limits: [
      'Ils décrivent les personnes qui ont répondu. Les autres pensent peut-être autrement.',
      'Un chiffre tiré d’une enquête n’est jamais exact : l’intervalle dit entre quelles valeurs il se situe très probablement.',
      'Aucun chiffre ne permet de reconnaître une personne : les petits groupes ne sont pas décrits.',
    ],
    nextTitle: 'Et maintenant ?',
    next: 'Le comité de pilotage lit ces résultats, objectif par objectif, et décide. Ce qui a été décidé :',
    nextDecided:
      'Les décisions notées sous un résultat ont été prises par le comité de pilotage. Les autres restent à prendre.',
    decided: (day: string, text: string) => `Décidé le ${day} : ${text}`,
    moreTitle: 'Pour aller plus loin',
    more: 'Le rapport complet dit la méthode, les questions posées et la source de chaque chiffre.',
    nothing: 'Il n’y a pas encore assez de réponses pour vous dire quelque chose de sûr.',
    barKey: 'La barre : ce que disent les réponses. Le trait noir : l’intervalle de confiance à 95 %.',
  },
  'fr-facile': {
    title: 'Ce que vous nous avez dit',
    thanks: 'Vous avez répondu à nos questions. Merci !',
    limitsTitle: 'Attention',
    limits: [
      'Ces résultats parlent des personnes qui ont répondu.',
      'Les autres personnes pensent peut-être autre chose.',
      'Les nombres ne sont pas exacts. Nous disons entre quels nombres ils se trouvent probablement.',
      'Personne ne peut vous reconnaître.',
    ],
    nextTitle: 'Et après ?',
    next: 'Des élus et des professionnels lisent ces résultats. Ils décident ensemble. Voici ce qu’ils ont décidé :',
    nextDecided: 'Vous avez vu des décisions sous les résultats. D’autres décisions viendront.',
    decided: (day: string, text: string) => `Ce qui est décidé, le ${day} : ${text}`,
    moreTitle: 'Vous voulez en savoir plus ?',
    more: 'Il existe un rapport complet. Demandez-le à votre communauté de communes.',
    nothing: 'Il n’y a pas encore assez de réponses.',
    barKey: 'La barre verte montre le résultat. Le trait noir montre entre quels nombres il se trouve probablement.',
  },
} as const satisfies Record<PublicLanguage, unknown>
