/** The fixed words of the results page, in the four languages it is read in. */
import { rules } from '../../disclosure/rules.ts'

export const publicLanguages = ['fr', 'fr-facile', 'en', 'ar'] as const
export type PublicLanguage = (typeof publicLanguages)[number]

/** Name of the page as a PDF. */
export const publicPdfName = (language: PublicLanguage): string => `ce-que-vous-avez-dit.${language}.pdf`

type Words = {
  title: string
  thanks: string
  /** @param answers « 1 170 réponses »; @param title of the questionnaire, quoted, or several */
  received: (answers: string, titles: string) => string
  /** In the place of their titles, when they are many. @param form plural form of the number in the language */
  questionnaires: (number: string, form: Intl.LDMLPluralRule) => string
  /** @param form plural form of the number in the language */
  answers: (number: string, form: Intl.LDMLPluralRule) => string
  between: (from: string, to: string) => string
  on: (day: string) => string
  nothing: string
  steps: { said: string; decided: string; when: string; unknown: string }
  asked: (question: string) => string
  /** Out of a hundred of them, so many gave one of the answers. */
  hundred: (who: string, about: string, answers: string) => string
  /** The same of children, whose parents answered. */
  hundredChildren: (who: string, about: string, answers: string) => string
  /** A measure with words of its own: « ont une garde, mais… ». */
  hundredOwn: (who: string, about: string, counted: string) => string
  average: (value: string, low: string, high: string) => string
  likely: (low: string, high: string) => string
  base: (number: string, isChildren: boolean) => string
  /** Said after a figure of several waves, that nobody takes it for the year’s. */
  pooled: (waves: string) => string
  /** Said first where a figure is of one zone only. */
  inZone: (zone: string) => string
  together: string
  yes: string
  no: string
  /** « 42 % (entre 38 % et 46 %) » */
  figure: (value: string, low: string, high: string) => string
  gap: (most: string, least: string) => string
  /** Heads of the table of zones. */
  zones: { zone: string; share: string; interval: string; tooFew: string; place: string }
  /** A share published in words only, as French publications say it. */
  inWords: Record<'une minorité' | 'environ la moitié' | 'la plupart' | 'plus de 95 %' | 'voir l’ensemble', string>
  decidedOn: (day: string) => string
  due: (day: string) => string
  undecided: string
  planned: (year: number) => string
  unplanned: string
  unknown: { others: string; intention: string; sensitive: string; optional: string; whole: string }
  limitsTitle: string
  limits: string[]
  protectedTitle: string
  protection: string[]
  nextTitle: string
  next: string
  moreTitle: string
  more: string
  others: string
  barKey: string
  mapKey: string
  marks: { demo: string; trial: string; zoning: string }
  notices: { erratum: string; withdrawal: string }
}

const { leastDescribed, leastFigure } = rules

export const publicWords: Record<PublicLanguage, Words> = {
  fr: {
    title: 'Ce que vous nous avez dit',
    thanks: 'Merci à toutes les personnes qui ont pris le temps de répondre.',
    received: (answers, titles) => `Nous avons reçu ${answers} à ${titles}.`,
    questionnaires: (number) => `${number} questionnaires`,
    answers: (number, form) => `${number} ${form === 'one' ? 'réponse' : 'réponses'}`,
    between: (from, to) => `Elles sont arrivées du ${from} au ${to}.`,
    on: (day) => `Elles sont arrivées le ${day}.`,
    nothing: 'Il n’y a pas encore assez de réponses pour vous dire quelque chose de sûr.',
    steps: {
      said: 'Ce que vous avez dit',
      decided: 'Ce qui est décidé',
      when: 'Quand',
      unknown: 'Ce que nous ne savons pas',
    },
    asked: (question) => `Question posée : ${question}`,
    hundred: (who, about, answers) => `Sur 100 ${who}, environ ${about} répondent : ${answers}.`,
    hundredChildren: (who, about, answers) =>
      `Pour environ ${about} ${who} sur 100, les parents répondent : ${answers}.`,
    hundredOwn: (who, about, counted) => `Sur 100 ${who}, environ ${about} ${counted}.`,
    average: (value, low, high) => `En moyenne : ${value}, entre ${low} et ${high}.`,
    likely: (low, high) => `Ce nombre se trouve très probablement entre ${low} et ${high}.`,
    base: (number, isChildren) => `Il y a ${number} ${isChildren ? 'enfants' : 'réponses'}.`,
    together: 'L’écart avec d’autres réponses n’est pas établi.',
    pooled: (waves) => `Réponses de ${waves} réunies.`,
    inZone: (zone) => `Ce chiffre est celui de la zone ${zone}.`,
    yes: 'oui',
    no: 'non',
    figure: (value, low, high) => `${value} (entre ${low} et ${high})`,
    gap: (most, least) => `${most} ; ${least}. L’écart est établi.`,
    zones: {
      zone: 'Zone',
      share: 'Part',
      interval: 'Intervalle à 95 %',
      tooFew: 'trop peu de réponses',
      place: 'Dans chaque zone',
    },
    inWords: {
      'une minorité': 'une minorité',
      'environ la moitié': 'environ la moitié',
      'la plupart': 'la plupart',
      'plus de 95 %': 'plus de 95 %',
      'voir l’ensemble': 'voir l’ensemble',
    },
    decidedOn: (day) => `Décidé le ${day}`,
    due: (day) => `À faire avant le ${day}.`,
    undecided: 'Rien n’est encore décidé. Le comité de pilotage lit ces résultats ; sa décision sera écrite ici.',
    planned: (year) => `Le plan d’action prévoit de commencer en ${year}.`,
    unplanned: 'Le plan d’action n’a pas encore de date pour cela.',
    unknown: {
      others: 'Ce que pensent les personnes qui n’ont pas répondu.',
      intention: 'Combien le feront vraiment : une intention n’est pas une inscription.',
      sensitive: 'Combien de personnes concernées ont préféré ne pas répondre : le sujet est sensible.',
      optional: 'Ce que pensent les personnes qui n’ont pas rempli la partie facultative.',
      whole: 'Ce que pensent les personnes qui n’ont pas répondu, ou seulement à l’essentiel.',
    },
    limitsTitle: 'Ce que ces chiffres ne disent pas',
    limits: [
      'Ils décrivent les personnes qui ont répondu. Les autres pensent peut-être autrement.',
      'Un chiffre tiré d’une enquête n’est jamais exact : l’intervalle dit entre quelles valeurs il se situe très probablement.',
    ],
    protectedTitle: 'Comment vos réponses sont protégées',
    protection: [
      `Les groupes de moins de ${leastDescribed} réponses ne sont pas décrits, et aucun pourcentage n’est donné pour moins de ${leastFigure}.`,
      'Chaque compte est légèrement modifié au hasard, puis arrondi, pour que personne ne soit reconnu.',
    ],
    nextTitle: 'Et maintenant ?',
    next: 'Le comité de pilotage lit ces résultats un à un, et décide. Chaque décision rendue publique s’ajoute sur la page des résultats, avec sa date.',
    moreTitle: 'Pour aller plus loin',
    more: 'Le rapport complet dit la méthode, les questions posées et la source de chaque chiffre. Demandez-le à votre collectivité.',
    others: 'Vous avez dit aussi',
    mapKey:
      'Plus une zone est foncée, plus la part est grande. Hachures : le chiffre est peu précis. Gris rayé : trop peu de réponses.',
    barKey: 'La barre : ce que disent les réponses. Le trait noir : l’intervalle de confiance à 95 %.',
    marks: { demo: 'Données fictives', trial: 'Essai', zoning: 'Zonage provisoire' },
    notices: {
      erratum: 'Une erreur a été trouvée depuis la publication.',
      withdrawal: 'Ces chiffres ont été retirés : ne les citez plus.',
    },
  },
  'fr-facile': {
    title: 'Ce que vous nous avez dit',
    thanks: 'Vous avez répondu à nos questions. Merci !',
    received: (answers, titles) => `Nous avons reçu ${answers} à ${titles}.`,
    questionnaires: (number) => `${number} questionnaires`,
    answers: (number, form) => `${number} ${form === 'one' ? 'réponse' : 'réponses'}`,
    between: (from, to) => `La première réponse est du ${from}. La dernière est du ${to}.`,
    on: (day) => `Les réponses sont du ${day}.`,
    nothing: 'Il n’y a pas encore assez de réponses.',
    steps: {
      said: 'Ce que vous avez dit',
      decided: 'Ce qui est décidé',
      when: 'Quand',
      unknown: 'Ce que nous ne savons pas',
    },
    asked: (question) => `Notre question : ${question}`,
    hundred: (who, about, answers) => `Sur 100 ${who}, environ ${about} répondent : ${answers}.`,
    hundredChildren: (who, about, answers) =>
      `Pour environ ${about} ${who} sur 100, les parents répondent : ${answers}.`,
    hundredOwn: (who, about, counted) => `Sur 100 ${who}, environ ${about} ${counted}.`,
    average: (value, low, high) => `En moyenne : ${value}, entre ${low} et ${high}.`,
    likely: (low, high) => `Ce nombre se trouve probablement entre ${low} et ${high}.`,
    base: (number, isChildren) => `Il y a ${number} ${isChildren ? 'enfants' : 'réponses'}.`,
    together: 'D’autres réponses sont peut-être aussi nombreuses.',
    pooled: (waves) => `Nous avons réuni les réponses de ${waves}.`,
    inZone: (zone) => `Nous parlons ici de la zone ${zone}.`,
    yes: 'oui',
    no: 'non',
    figure: (value, low, high) => `${value} (entre ${low} et ${high})`,
    gap: (most, least) => `${most}. ${least}. Cette différence est sûre.`,
    zones: {
      zone: 'Lieu',
      share: 'Combien',
      interval: 'Entre',
      tooFew: 'pas assez de réponses',
      place: 'Selon le lieu',
    },
    inWords: {
      'une minorité': 'peu de personnes',
      'environ la moitié': 'environ la moitié',
      'la plupart': 'la plupart',
      'plus de 95 %': 'presque tout le monde',
      'voir l’ensemble': 'voir le chiffre de tous',
    },
    decidedOn: (day) => `Décidé le ${day}`,
    due: (day) => `Ce sera fait avant le ${day}.`,
    undecided:
      'Rien n’est décidé pour le moment. Des élus et des professionnels lisent vos réponses. Nous écrirons ici ce qu’ils décident.',
    planned: (year) => `Il est prévu de commencer en ${year}.`,
    unplanned: 'Il n’y a pas encore de date.',
    unknown: {
      others: 'Nous ne savons pas ce que pensent les autres personnes.',
      intention: 'Nous ne savons pas combien de personnes le feront vraiment.',
      sensitive: 'La question est difficile. Des personnes ont peut-être choisi de ne pas répondre.',
      optional: 'Nous ne savons pas ce que pensent les personnes qui ont passé cette partie.',
      whole: 'Nous ne savons pas ce que pensent les autres personnes. Certaines ont choisi le questionnaire court.',
    },
    limitsTitle: 'Attention',
    limits: [
      'Ces résultats parlent des personnes qui ont répondu.',
      'Les autres personnes pensent peut-être autre chose.',
      'Les nombres ne sont pas exacts. Nous disons entre quels nombres ils se trouvent probablement.',
    ],
    protectedTitle: 'Vos réponses sont protégées',
    protection: [
      `Nous ne disons rien d’un groupe de moins de ${leastDescribed} réponses.`,
      'Nous changeons un peu les nombres, au hasard. C’est pour que personne ne vous reconnaisse.',
    ],
    nextTitle: 'Et après ?',
    next: 'Des élus et des professionnels lisent ces résultats. Ils décident ensemble. Nous écrirons leurs décisions ici.',
    moreTitle: 'Vous voulez en savoir plus ?',
    more: 'Il existe un rapport complet. Demandez-le à votre communauté de communes.',
    others: 'Vous avez dit aussi',
    mapKey:
      'Une couleur foncée : beaucoup de personnes. Des rayures : le nombre est peu sûr. Du gris rayé : pas assez de réponses.',
    barKey: 'La barre verte montre le résultat. Le trait noir montre entre quels nombres il se trouve probablement.',
    marks: { demo: 'Données fictives', trial: 'Essai', zoning: 'Les zones peuvent encore changer' },
    notices: {
      erratum: 'Nous avons trouvé une erreur dans ces résultats.',
      withdrawal: 'Ces résultats sont faux. Ne les utilisez plus.',
    },
  },
  en: {
    title: 'What you told us',
    thanks: 'Thank you to everyone who took the time to answer.',
    received: (answers, titles) => `We received ${answers} to ${titles}.`,
    questionnaires: (number) => `${number} questionnaires`,
    answers: (number, form) => `${number} ${form === 'one' ? 'response' : 'responses'}`,
    between: (from, to) => `They arrived between ${from} and ${to}.`,
    on: (day) => `They arrived on ${day}.`,
    nothing: 'There are not yet enough responses to tell you anything for certain.',
    steps: { said: 'What you said', decided: 'What has been decided', when: 'When', unknown: 'What we do not know' },
    asked: (question) => `The question: ${question}`,
    hundred: (who, about, answers) => `Out of 100 ${who}, about ${about} answered ${answers}.`,
    hundredChildren: (who, about, answers) => `For about ${about} ${who} out of 100, the parents answered ${answers}.`,
    hundredOwn: (who, about, counted) => `Out of 100 ${who}, about ${about} ${counted}.`,
    average: (value, low, high) => `On average: ${value}, between ${low} and ${high}.`,
    likely: (low, high) => `The true number is very likely between ${low} and ${high}.`,
    base: (number, isChildren) => `This rests on ${number} ${isChildren ? 'children' : 'responses'}.`,
    together: 'Other answers may be just as common.',
    pooled: (waves) => `Answers from ${waves}, taken together.`,
    inZone: (zone) => `This is about the ${zone} zone.`,
    yes: 'yes',
    no: 'no',
    figure: (value, low, high) => `${value} (between ${low} and ${high})`,
    gap: (most, least) => `${most}; ${least}. The difference is established.`,
    zones: {
      zone: 'Zone',
      share: 'Share',
      interval: '95% interval',
      tooFew: 'too few responses',
      place: 'In each zone',
    },
    inWords: {
      'une minorité': 'a minority',
      'environ la moitié': 'about half',
      'la plupart': 'most',
      'plus de 95 %': 'more than 95%',
      'voir l’ensemble': 'see everybody’s figure',
    },
    decidedOn: (day) => `Decided on ${day}`,
    due: (day) => `To be done by ${day}.`,
    undecided:
      'Nothing has been decided yet. The steering committee is reading these results; its decision will be written here.',
    planned: (year) => `The action plan foresees a start in ${year}.`,
    unplanned: 'The action plan has no date for this objective yet.',
    unknown: {
      others: 'What the people who did not answer think.',
      intention: 'How many will really do it: an intention is not a registration.',
      sensitive: 'How many of the people concerned preferred not to answer: the subject is sensitive.',
      optional: 'What the people who skipped the optional part think.',
      whole: 'What the people think who did not answer, or answered the short form only.',
    },
    limitsTitle: 'What these figures do not say',
    limits: [
      'They describe the people who answered. Others may think differently.',
      'A survey figure is never exact: the interval says between which values it very likely lies.',
    ],
    protectedTitle: 'How your answers are protected',
    protection: [
      `Groups of fewer than ${leastDescribed} responses are not described, and no percentage is given for fewer than ${leastFigure}.`,
      'Every count is changed slightly at random, then rounded, so that nobody can be recognised.',
    ],
    nextTitle: 'What happens next?',
    next: 'The steering committee reads these results, objective by objective, and decides. Each decision made public is added to the results page, with its date.',
    moreTitle: 'To find out more',
    more: 'The full report, in French, gives the method, the questions asked and the source of every figure. Ask your local authority for it.',
    others: 'You also told us',
    mapKey:
      'The darker a zone, the larger the share. Hatching: the figure is imprecise. Striped grey: too few responses.',
    barKey: 'The bar: what the responses say. The black line: the 95% confidence interval.',
    marks: { demo: 'Made-up data', trial: 'Trial', zoning: 'Provisional zones' },
    notices: {
      erratum: 'A mistake has been found since publication.',
      withdrawal: 'These figures have been withdrawn: please stop quoting them.',
    },
  },
  ar: {
    title: 'ما قلتموه لنا',
    thanks: 'شكرًا لكل من خصّص وقتًا للإجابة.',
    received: (answers, titles) => `تلقّينا ${answers} على ${titles}.`,
    questionnaires: (number, form) =>
      `${number} ${form === 'few' ? 'استبيانات' : form === 'many' ? 'استبيانًا' : 'استبيان'}`,
    answers: (number, form) => `${number} ${form === 'few' ? 'إجابات' : 'إجابة'}`,
    between: (from, to) => `وصلت بين ${from} و${to}.`,
    on: (day) => `وصلت يوم ${day}.`,
    nothing: 'لا توجد بعد إجابات كافية لنقول لكم شيئًا مؤكدًا.',
    steps: { said: 'ما قلتموه', decided: 'ما تقرّر', when: 'متى', unknown: 'ما لا نعرفه' },
    asked: (question) => `السؤال: ${question}`,
    hundred: (who, about, answers) => `من بين 100 ${who}، كان جواب نحو ${about}: ${answers}.`,
    hundredChildren: (who, about, answers) => `من بين 100 ${who}، أجاب الوالدان عن نحو ${about} منهم: ${answers}.`,
    hundredOwn: (who, about, counted) => `من بين 100 ${who}، هناك نحو ${about} ${counted}.`,
    average: (value, low, high) => `في المتوسط: ${value}، بين ${low} و${high}.`,
    likely: (low, high) => `من المرجّح جدًا أن يكون العدد الحقيقي بين ${low} و${high}.`,
    base: (number, isChildren) => (isChildren ? `عدد الأطفال: ${number}.` : `عدد الإجابات: ${number}.`),
    together: 'قد تكون إجابات أخرى شائعة بالقدر نفسه.',
    pooled: (waves) => `جُمعت هنا إجابات ${waves}.`,
    inZone: (zone) => `الحديث هنا عن منطقة ${zone}.`,
    yes: 'نعم',
    no: 'لا',
    figure: (value, low, high) => `${value} (بين ${low} و${high})`,
    gap: (most, least) => `${most}؛ ${least}. هذا الفرق مؤكد.`,
    zones: {
      zone: 'المنطقة',
      share: 'النسبة',
      interval: 'المجال (95%)',
      tooFew: 'إجابات قليلة جدًا',
      place: 'في كل منطقة',
    },
    inWords: {
      'une minorité': 'أقلية',
      'environ la moitié': 'حوالي النصف',
      'la plupart': 'الأغلبية',
      'plus de 95 %': 'أكثر من 95%',
      'voir l’ensemble': 'انظر رقم الجميع',
    },
    decidedOn: (day) => `تقرّر يوم ${day}`,
    due: (day) => `سيُنجز قبل ${day}.`,
    undecided: 'لم يتقرّر شيء بعد. لجنة القيادة تقرأ هذه النتائج، وسيُكتب قرارها هنا.',
    planned: (year) => `تنص خطة العمل على البدء في سنة ${year}.`,
    unplanned: 'لا يوجد بعد تاريخ لهذا الهدف في خطة العمل.',
    unknown: {
      others: 'رأي الأشخاص الذين لم يجيبوا.',
      intention: 'كم شخصًا سيفعل ذلك حقًا: النية ليست تسجيلًا.',
      sensitive: 'كم من المعنيين فضّلوا عدم الإجابة: الموضوع حسّاس.',
      optional: 'رأي الأشخاص الذين لم يملؤوا الجزء الاختياري.',
      whole: 'رأي الأشخاص الذين لم يجيبوا، أو أجابوا عن الأسئلة الأساسية فقط.',
    },
    limitsTitle: 'ما لا تقوله هذه الأرقام',
    limits: [
      'هي تصف الأشخاص الذين أجابوا. قد يفكر الآخرون بشكل مختلف.',
      'رقم الاستبيان ليس دقيقًا أبدًا: المجال يقول بين أي قيمتين يقع على الأرجح.',
    ],
    protectedTitle: 'كيف تُحمى إجاباتكم',
    protection: [
      `لا نصف المجموعات التي تقل عن ${leastDescribed} إجابة، ولا نعطي أي نسبة مئوية لأقل من ${leastFigure} إجابة.`,
      'يُغيَّر كل عدد قليلًا بطريقة عشوائية ثم يُقرَّب، حتى لا يتعرّف أحد على أي شخص.',
    ],
    nextTitle: 'وماذا بعد؟',
    next: 'تقرأ لجنة القيادة هذه النتائج هدفًا بعد هدف، ثم تقرّر. كل قرار يُعلَن يُضاف إلى صفحة النتائج مع تاريخه.',
    moreTitle: 'لمعرفة المزيد',
    more: 'التقرير الكامل، بالفرنسية، يشرح الطريقة والأسئلة ومصدر كل رقم. اطلبوه من بلديتكم.',
    others: 'قلتم أيضًا',
    mapKey: 'كلما كان اللون أغمق كانت النسبة أكبر. الخطوط: الرقم قليل الدقة. الرمادي المخطط: إجابات قليلة جدًا.',
    barKey: 'الشريط: ما تقوله الإجابات. الخط الأسود: مجال الثقة 95%.',
    marks: { demo: 'بيانات خيالية', trial: 'تجربة', zoning: 'تقسيم مؤقت للمناطق' },
    notices: {
      erratum: 'اكتُشف خطأ بعد النشر.',
      withdrawal: 'سُحبت هذه الأرقام: لا تستعملوها بعد الآن.',
    },
  },
}
