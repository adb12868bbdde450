/** Interview guides: what is said before, what is asked, what is never noted. They are printed, and their questions lay out the notes. */

export type GuideQuestion = { id: string; title: string; prompts: readonly string[] }
export type Guide = {
  value: 'general' | 'young' | 'travellers'
  text: string
  /** Whom it is for, in a sentence. */
  lead: string
  minutes: number
  /** What the person who listens says before the first question, word for word. */
  opening: readonly string[]
  questions: readonly GuideQuestion[]
  /** What this guide asks of whoever uses it, beside the rules for all. */
  advice: readonly string[]
}
export type GuideName = Guide['value']

/** Held by every guide. */
export const consentRules: readonly string[] = [
  'Dites qui vous êtes, pour qui vous notez et à quoi cela servira, avant la première question.',
  'Demandez l’accord, et jusqu’où il va : nos notes seulement, des phrases sans nom entre collègues, ou des phrases sans nom dans nos documents. « Non » est une réponse : l’entretien peut se faire sans notes.',
  'Dites que l’accord se retire à tout moment, sans raison à donner : les phrases disparaissent alors de ce que nous montrons.',
  'Pour une personne de moins de 15 ans, demandez aussi l’accord d’un parent.',
  'N’écrivez ni nom, ni prénom, ni adresse, ni téléphone, ni établissement qui désigne une seule personne. Écrivez « une maman », « mon collège », « le voisin ».',
  'N’enregistrez pas la voix. Notez pendant, relisez dans la journée.',
  'Santé, religion, origine, casier, situation administrative : ne les demandez pas, et ne les notez pas.',
]

export const dangerRule =
  'Un enfant semble en danger ? Cela ne se note pas ici. Appelez le 119 (gratuit, jour et nuit) ou la cellule départementale (CRIP) ; en urgence, le 17 ou le 112.'

const last: GuideQuestion = {
  id: 'last',
  title: 'Ce que nous n’avons pas demandé',
  prompts: ['Qu’est-ce que j’aurais dû vous demander ?', 'Si une seule chose changeait d’ici un an, laquelle ?'],
}

export const guides: readonly Guide[] = [
  {
    value: 'general',
    text: 'Habitants, parents et acteurs',
    lead: 'Pour un entretien ou un groupe de quatre à huit personnes.',
    minutes: 45,
    opening: [
      'Bonjour, je travaille pour le plan d’actions de la collectivité. Je viens comprendre ce que vous vivez, pas juger.',
      'Je prends des notes, sans votre nom. Vous pouvez passer une question, vous arrêter, ou retirer votre accord plus tard.',
      'Est-ce que je peux noter ? Et reprendre une de vos phrases, sans votre nom ?',
    ],
    questions: [
      {
        id: 'today',
        title: 'Aujourd’hui',
        prompts: ['Racontez-moi une semaine ordinaire.', 'Qu’est-ce qui se passe bien ? Qu’est-ce qui coince ?'],
      },
      {
        id: 'known',
        title: 'Ce qui est connu',
        prompts: ['Vers qui allez-vous quand il vous faut une réponse ?', 'Qu’avez-vous trouvé, et par qui ?'],
      },
      {
        id: 'obstacles',
        title: 'Ce qui empêche',
        prompts: [
          'Qu’avez-vous renoncé à faire, et pourquoi ?',
          'Horaires, distance, prix, papiers, regard des autres ?',
        ],
      },
      {
        id: 'ideas',
        title: 'Ce qui aiderait',
        prompts: ['Qu’est-ce qui vous aiderait le plus ?', 'Qu’est-ce que vous pourriez y faire vous-même ?'],
      },
      last,
    ],
    advice: [
      'Dans un groupe, dites que ce qui se dit là reste là. Donnez la parole à qui n’a rien dit.',
      'Une question à la fois. Après la réponse, comptez jusqu’à cinq.',
    ],
  },
  {
    value: 'young',
    text: 'Marche avec des jeunes',
    lead: 'Une promenade d’une heure, de lieu en lieu, où ce sont les jeunes qui guident.',
    minutes: 60,
    opening: [
      'Salut, je m’occupe du plan pour les jeunes d’ici. Aujourd’hui, c’est toi qui montres, moi j’écoute.',
      'Je note sans prénom. Tu peux ne pas répondre, ou dire stop quand tu veux.',
      'Tu es d’accord pour que je note ? Et pour qu’une de tes phrases soit reprise, sans ton prénom ?',
    ],
    questions: [
      {
        id: 'places',
        title: 'Les lieux',
        prompts: ['Montre-moi où vous vous retrouvez. Quand, et pour faire quoi ?', 'Où est-ce que tu ne vas jamais ?'],
      },
      {
        id: 'feeling',
        title: 'Comment on s’y sent',
        prompts: [
          'Ici, on se sent bien à quel moment ?',
          'Qu’est-ce qui manque : un banc, de la lumière, un abri, un adulte ?',
        ],
      },
      {
        id: 'moving',
        title: 'Y aller, en revenir',
        prompts: ['Tu viens comment ? Et le soir ?', 'Qu’est-ce que tu rates parce que tu ne peux pas y aller ?'],
      },
      {
        id: 'ideas',
        title: 'Ce que vous feriez',
        prompts: ['Si la mairie te donnait ce lieu un samedi, tu en ferais quoi ?', 'Tu le ferais avec qui ?'],
      },
      last,
    ],
    advice: [
      'Six jeunes au plus, deux adultes. L’itinéraire est choisi par eux.',
      'Aucune photo où l’on reconnaît quelqu’un.',
    ],
  },
  {
    value: 'travellers',
    text: 'Gens du voyage, avec une médiation',
    lead: 'Un entretien chez les familles, préparé et mené avec une personne en qui elles ont confiance.',
    minutes: 40,
    opening: [
      'Bonjour, je viens avec la personne qui nous a mis en lien. Je travaille pour le plan d’actions de la collectivité : nous cherchons comment mieux accompagner les familles, et l’école des enfants.',
      'Je ne contrôle rien. Ce que vous dites ne va ni à l’école, ni à la Caf, ni à la gendarmerie. Je note sans nom, sans plaque, sans emplacement.',
      'Vous pouvez refuser, passer une question, ou dire plus tard que vous ne voulez plus. Est-ce que je peux noter ?',
    ],
    questions: [
      {
        id: 'stay',
        title: 'Rester, partir',
        prompts: [
          'À quels moments de l’année êtes-vous par ici ?',
          'Qu’est-ce qui aide une famille qui arrive ? À qui s’adresse-t-elle ?',
        ],
      },
      {
        id: 'school',
        title: 'L’école des enfants',
        prompts: [
          'Comment se passe l’école quand on arrive, et quand on repart ?',
          'École du quartier, cours à distance, les deux ? Qu’est-ce qui est difficile ?',
          'Et le passage au collège ?',
        ],
      },
      {
        id: 'papers',
        title: 'Les démarches',
        prompts: ['Quelles démarches prennent trop de temps ?', 'Qui vous aide à les faire ? Qui manque ?'],
      },
      {
        id: 'links',
        title: 'Les liens',
        prompts: ['Où vos enfants jouent-ils avec d’autres enfants ?', 'Où vous sentez-vous bien reçus ? Mal reçus ?'],
      },
      {
        id: 'ideas',
        title: 'Ce qui aiderait',
        prompts: ['Qu’est-ce qu’il faudrait faire en premier, et avec qui ?'],
      },
      last,
    ],
    advice: [
      'Convenez du lieu et du moment avec la médiation. Venez à deux au plus, sans véhicule ni vêtement de service.',
      'La médiation peut lire les questions, traduire et répéter ; c’est vous qui notez. Relisez vos notes à voix haute avant de partir.',
      'Lire et écrire n’est demandé à personne : l’accord se donne de vive voix.',
      'Aucune statistique sur l’origine ou le mode de vie d’une personne : notez ce qui est dit des services, pas qui le dit.',
      'Dites quand et comment vous reviendrez raconter ce qui en a été fait, et faites-le.',
    ],
  },
]

export const guideNamed = (name: GuideName): Guide => guides.find(({ value }) => value === name)!
