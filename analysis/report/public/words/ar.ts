/** The results page in Arabic. */
import { rules } from '../../../disclosure/rules.ts'
import type { PublicWords } from './public-words.ts'

const { leastDescribed, leastFigure } = rules

export const ar: PublicWords = {
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
  whose: {
    all: 'ممن أجابوا',
    concerned: 'ممن أجابوا ويخصّهم هذا السؤال',
    children: 'أجابت أسرهم',
    concernedChildren: 'يخصّهم هذا السؤال وأجابت أسرهم',
  },
  hundredOwn: (who, about, counted) => `من بين 100 ${who}، هناك نحو ${about} ${counted}.`,
  only: {
    whole: 'نحسب هنا الإجابات على الاستبيان الكامل فقط.',
    optional: 'نحسب هنا الإجابات على الجزء الاختياري فقط.',
  },
  askedOf: (question, answers) => `طُرح هذا السؤال فقط عندما تكون الإجابة عن ${question} هي ${answers}.`,
  leftOut: (answers) => `لا نحسب هنا الإجابة ${answers}.`,
  average: (value, low, high) =>
    low === high ? `في المتوسط: ${value}.` : `في المتوسط: ${value}، بين ${low} و${high}.`,
  half: (value) => `أجاب ما لا يقل عن نصف الأشخاص بـ ${value} أو أقل.`,
  likely: (low, high) =>
    low === high ? `من المرجّح جدًا أن يكون هذا العدد ${low}.` : `من المرجّح جدًا أن يكون هذا العدد بين ${low} و${high}.`,
  base: (number, isChildren) => (isChildren ? `عدد الأطفال: ${number}.` : `عدد الإجابات: ${number}.`),
  together: 'قد تكون إجابات أخرى شائعة بالقدر نفسه.',
  stopped: (day) => `هذا الرقم بتاريخ ${day}.`,
  stoppedIn: (places, day, isOne) => `${places}: ${isOne ? 'رقم' : 'أرقام'} بتاريخ ${day}.`,
  everywhere: (figure) => `في كل المناطق معًا: ${figure}.`,
  notApart: 'الفرق مع المناطق الأخرى غير مؤكد.',
  pooled: (waves) => `جُمعت هنا إجابات ${waves}.`,
  ofZone: (zone) => `منطقة ${zone}.`,
  mostGiven: (shown, all) => `أكثر ${shown} إجابات شيوعًا من أصل ${all}.`,
  leftNumbers: 'لا نعرض الأعداد التي لم يذكرها أحد تقريبًا.',
  inZone: (zone) => `الحديث هنا عن منطقة ${zone}.`,
  openZone: (zone) => `الإجابات قليلة جدًا للحديث عن منطقة ${zone} وحدها.`,
  yes: 'نعم',
  no: 'لا',
  atMost: (share) => `${share} على الأكثر`,
  atLeast: (share) => `${share} على الأقل`,
  figure: (value, low, high) => `${value} (بين ${low} و${high})`,
  gap: (most, least) => `${most}؛ ${least}. هذا الفرق مؤكد.`,
  zones: {
    zone: 'المنطقة',
    share: 'النسبة',
    interval: 'المجال (95%)',
    tooFew: 'إجابات قليلة جدًا',
    waiting: 'بانتظار إجابات جديدة',
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
  decidedBeside: (day, title) => `تقرّر يوم ${day} بناءً على إجابات استبيان آخر، ${title}`,
  correctedOn: (day) => `(صُحّح يوم ${day})`,
  asWritten: '(بالفرنسية)',
  due: (day) => `المطلوب إنجازه قبل ${day}.`,
  duePassed: (day) => `المطلوب إنجازه قبل ${day}، وقد فات هذا الموعد.`,
  became: {
    kept: (day) => `تم تنفيذه يوم ${day}.`,
    dropped: (day) => `تم التخلي عنه يوم ${day}.`,
    postponed: (day) => `تم تأجيله إلى ${day}.`,
    'going-on': (day) => `قيد التنفيذ بتاريخ ${day}.`,
  },
  undecided: 'لم يُعلَن بعد أي قرار بشأن هذه الإجابات. وحين يُعلَن قرار، سيُكتب هنا.',
  planned: (year) => `تنص خطة العمل على البدء في سنة ${year}.`,
  overdue: (year) => `كانت خطة العمل تنص على البدء في سنة ${year}، وقد فات هذا الموعد.`,
  unplanned: 'لم يُعلَن أي تاريخ بعد.',
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
    'لذلك قد يختلف عددان للإجابات نفسها قليلًا، وقد لا يكون مجموع نسب السؤال الواحد مضبوطًا تمامًا.',
  ],
  nextTitle: 'وماذا بعد؟',
  next: 'تقرأ لجنة القيادة هذه النتائج هدفًا بعد هدف، ثم تقرّر. كل قرار يُعلَن يُضاف إلى صفحة النتائج مع تاريخه.',
  moreTitle: 'لمعرفة المزيد',
  more: 'التقرير الكامل، بالفرنسية، يشرح الطريقة والأسئلة ومصدر كل رقم. اطلبوه من بلديتكم.',
  inFrench: (many) =>
    many === 1
      ? 'توجد نتيجة أخرى في الصفحة الفرنسية («Français»).'
      : many === 2
        ? 'توجد نتيجتان أخريان في الصفحة الفرنسية («Français»).'
        : `توجد ${many} نتائج أخرى في الصفحة الفرنسية («Français»).`,
  others: 'قلتم أيضًا',
  mapKey: 'كلما كان اللون أغمق كانت النسبة أكبر. الخطوط: الرقم قليل الدقة. الرمادي المخطط: لا رقم، والجدول يبيّن السبب.',
  barKey: 'الشريط: ما تقوله الإجابات. الخط الأسود: مجال الثقة 95%.',
  knownKey: {
    most: '«على الأكثر»: لم يعطِ أحد هذه الإجابة، أو أعطاها عدد قليل من الناس.',
    least: '«على الأقل»: أعطى هذه الإجابة الجميع، أو الجميع تقريبًا.',
  },
  marks: { demo: 'بيانات خيالية', trial: 'تجربة', zoning: 'تقسيم مؤقت للمناطق' },
  notices: {
    erratum: 'اكتُشف خطأ بعد النشر.',
    withdrawal: 'سُحبت هذه الأرقام: لا تستعملوها بعد الآن.',
  },
}
