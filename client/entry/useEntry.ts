/** One paper form being typed: where the person is, what is typed, what the compiled validator says of it. */
import { useMemo, useState } from 'react'
import type { paper as wire } from '../../api/wire/public.ts'
import type { Answers } from '../../surveys/answers/response.ts'
import { compileValidator, type Validated } from '../../surveys/answers/validator.ts'
import { paperOf } from '../../surveys/paper/form.ts'
import type { Questionnaire } from '../../surveys/questionnaire/questionnaire.ts'
import { askingOf, type Step } from './asking.ts'
import { typedIn } from './typed.ts'

export type Entry = ReturnType<typeof useEntry>

export function useEntry(questionnaire: Questionnaire, form: wire.PaperForm) {
  const { asking, check } = useMemo(() => {
    // staff read French, whatever the language of the paper: numbers and codes are the same
    const paper = paperOf(questionnaire, 'fr', form.drawn)
    const validate = compileValidator(questionnaire)
    const check = (answers: Answers) => validate(answers, 'paper')
    return { asking: askingOf(questionnaire, paper, form.drawn), check }
  }, [questionnaire, form])
  const [texts, setTexts] = useState<ReadonlyMap<string, string>>(new Map())
  const [values, setValues] = useState<ReadonlyMap<string, unknown>>(new Map())
  const [at, setAt] = useState(0)
  const [only, setOnly] = useState<readonly string[] | null>(null)
  const [error, setError] = useState('')
  const all = asking(values)
  const isWanted = (step: Step) =>
    only === null || only.some((path) => path === step.path || path.startsWith(`${step.path}.`))
  const steps = all.steps.filter(isWanted)

  /** Takes what was typed and goes on, or says what is wrong. */
  function give(text: string) {
    const step = steps[at]
    if (step === undefined) return
    const typed = step.kind === 'item' ? typedIn(step.item, text, step.offered) : besideIn(step, text)
    if ('error' in typed) return setError(typed.error)
    const next = new Map(values).set(step.path, typed.value)
    setTexts(new Map(texts).set(step.path, text))
    setValues(next)
    const wrong = problemsOf(check(asking(next).answers)).find(({ path }) => path === step.path)
    if (wrong) return setError(wrong.message)
    setError('')
    setAt(at + 1)
  }

  return {
    steps,
    at,
    step: steps[at] ?? null,
    text: texts.get(steps[at]?.path ?? '') ?? '',
    error,
    answers: all.answers,
    /** Nothing was typed at all. */
    isBlank: [...texts.values()].every((text) => text.trim() === ''),
    problems: problemsOf(check(all.answers)),
    give,
    back() {
      setError('')
      setAt(Math.max(0, at - 1))
    },
    goTo(path: string) {
      const place = steps.findIndex((step) => step.path === path || path.startsWith(`${step.path}.`))
      setError('')
      setAt(Math.max(0, place))
    },
    retype(paths: readonly string[]) {
      setOnly(paths)
      setTexts(new Map([...texts].filter(([path]) => !paths.includes(path))))
      setAt(0)
    },
  }
}

const problemsOf = (checked: Validated) => (checked.ok ? [] : checked.problems)

function besideIn(step: Step, text: string) {
  const typed = text.trim()
  if (step.kind !== 'count') return { value: typed === '' ? null : typed }
  if (typed === '') return { value: null }
  const { min, max } = step.rows
  const isWithin = /^\d$/.test(typed) && Number(typed) >= Math.max(1, min) && Number(typed) <= max
  return isWithin ? { value: Number(typed) } : { error: `Un nombre de ${Math.max(1, min)} à ${max} est attendu.` }
}
