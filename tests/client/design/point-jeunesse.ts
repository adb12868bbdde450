/** A questionnaire on objective 26, as a colleague of the youth service has it in mind: twelve questions, four languages. */

type Translated = 'fr-facile' | 'en' | 'ar'
const inFour = new Map<string, Record<Translated, string>>()

function said(fr: string, facile: string, en: string, ar: string): string {
  inFour.set(fr, { 'fr-facile': facile, en, ar })
  return fr
}
const same = (fr: string, en: string, ar: string) => said(fr, fr, en, ar)

export const translation = (french: string, language: Translated): string => {
  const found = inFour.get(french)
  if (found === undefined) throw new Error(`« ${french} » has no translation here`)
  return found[language]
}

export const title = same('Point d’entrée Jeunesse', 'Youth one-stop shop', 'نقطة استقبال الشباب')
export const summary = same(
  'Un lieu pour toutes tes questions.',
  'One place for all your questions.',
  'مكان واحد لكل أسئلتك.',
)
export const audienceText = same('Tu as entre 16 et 25 ans.', 'You are 16 to 25.', 'عمرك بين 16 و25 سنة.')
export const purpose = said(
  'Pour savoir si un point d’entrée te serait utile, et où le mettre.',
  'Nous voulons créer un lieu pour les jeunes. Ton avis compte.',
  'To know whether a one-stop shop would help you, and where to put it.',
  'لنعرف هل تفيدك نقطة استقبال، وأين نضعها.',
)
export const pageTitle = same('Tes questions, nos réponses', 'Your questions, our answers', 'أسئلتك وأجوبتنا')

/** `type` as the designer offers it; without choices, the type has its own. */
export type Question = { type: string; title: string; choices: string[] }
const ask = (type: string, title: string, choices: string[] = []): Question => ({ type, title, choices })

const yes = same('Oui', 'Yes', 'نعم')
const no = same('Non', 'No', 'لا')
const maybe = same('Peut-être', 'Maybe', 'ربما')

export const questions: Question[] = [
  ask('Un choix', same('Sais-tu à qui poser tes questions ?', 'Do you know whom to ask?', 'هل تعرف من تسأل؟'), [
    yes,
    no,
  ]),
  ask('Plusieurs choix', same('À qui demandes-tu ?', 'Whom do you ask?', 'من تسأل؟'), [
    same('Ma famille', 'My family', 'عائلتي'),
    same('Mes amis', 'My friends', 'أصدقائي'),
    same('Un professionnel', 'A professional', 'مختص'),
  ]),
  ask(
    'Un choix',
    same('Viendrais-tu dans un lieu pour les jeunes ?', 'Would you come to a youth centre?', 'هل تأتي؟'),
    [yes, maybe, no],
  ),
  ask('Plusieurs choix', same('Pour parler de quoi ?', 'To talk about what?', 'للحديث عن ماذا؟'), [
    same('Un stage ou un travail', 'A placement or a job', 'تدريب أو عمل'),
    same('Un logement', 'Housing', 'سكن'),
    same('Les transports', 'Transport', 'المواصلات'),
  ]),
  ask('Un choix', same('Quand viendrais-tu ?', 'When would you come?', 'متى تأتي؟'), [
    same('En semaine, après 17 h', 'Weekdays after 5 pm', 'أيام الأسبوع بعد الخامسة'),
    same('Le mercredi après-midi', 'Wednesday afternoon', 'بعد ظهر الأربعاء'),
    same('Le samedi', 'Saturday', 'السبت'),
  ]),
  ask('Un choix', same('Comment viendrais-tu ?', 'How would you get there?', 'كيف تأتي؟'), [
    same('À pied ou à vélo', 'On foot or by bike', 'مشيا أو بالدراجة'),
    same('En bus', 'By bus', 'بالحافلة'),
    same('On m’emmène', 'Someone drives me', 'يوصلني أحد'),
  ]),
  ask(
    'Oui ou non',
    same('Accepterais-tu un rendez-vous en visio ?', 'Would a video call suit you?', 'هل تقبل موعدا بالفيديو؟'),
  ),
  ask(
    'Un choix',
    same('Combien de temps de trajet au plus ?', 'How long a journey at most?', 'كم مدة الطريق كحد أقصى؟'),
    [
      same('15 minutes', '15 minutes', '15 دقيقة'),
      same('30 minutes', '30 minutes', '30 دقيقة'),
      same('Plus de 30 minutes', 'More than 30 minutes', 'أكثر من 30 دقيقة'),
    ],
  ),
  ask(
    'Échelle',
    same('Est-ce facile de trouver une information ?', 'Is it easy to find information?', 'هل تجد المعلومة بسهولة؟'),
  ),
  ask('Un choix', same('Où te tiens-tu au courant ?', 'Where do you get your news?', 'أين تتابع الأخبار؟'), [
    same('Sur les réseaux', 'On social media', 'على الشبكات'),
    same('Par des affiches', 'From posters', 'من الملصقات'),
    same('Au lycée ou au travail', 'At school or at work', 'في المدرسة أو العمل'),
  ]),
  ask('Un choix', same('Tu es…', 'You are…', 'أنت…'), [
    same('Au lycée ou en études', 'A student', 'طالب'),
    same('Au travail', 'Working', 'تعمل'),
    same('En recherche', 'Looking for work', 'تبحث عن عمل'),
  ]),
  ask('Un choix', same('Quel âge as-tu ?', 'How old are you?', 'كم عمرك؟'), [
    same('16 à 18 ans', '16 to 18', 'من 16 إلى 18'),
    same('19 à 21 ans', '19 to 21', 'من 19 إلى 21'),
    same('22 à 25 ans', '22 to 25', 'من 22 إلى 25'),
  ]),
]

/** The answers as they are copied from a spreadsheet, translations beside. */
export function asSpreadsheet(choices: readonly string[]): string {
  const rows = choices.map((fr) => [fr, ...(['fr-facile', 'en', 'ar'] as const).map((each) => translation(fr, each))])
  return [['Français', 'Français simplifié', 'Anglais', 'Arabe'], ...rows].map((row) => row.join('\t')).join('\n')
}
