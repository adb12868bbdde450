/** Questions taken up from another questionnaire, with the conditions they share. */
import { useCallback, useState } from 'react'
import type { design } from '../../../api/wire/public.ts'
import { allElements } from '../../../surveys/edit/places.ts'
import { takenOut } from '../../../surveys/edit/taken-out.ts'
import type { DefinitionElement, Parameter } from '../../../surveys/questionnaire/questionnaire.ts'
import { Button } from '../../parts/forms/Button.tsx'
import { Loading } from '../../parts/Loading.tsx'
import { SelectField } from '../../parts/staff/Field.tsx'
import { call } from '../../parts/staff/staffApi.ts'
import { useLoaded } from '../../parts/useLoaded.ts'
import { QuestionTicks } from './QuestionTicks.tsx'

type Props = {
  slug: string
  /** Inside a repeated panel: blocks that repeat cannot stand there. */
  isInRow: boolean
  onChoose: (elements: readonly DefinitionElement[], parameters: readonly Parameter[]) => void
}

const list = () => call('GET /api/design')

export function OtherQuestionnaire(props: Props) {
  const [loaded, again] = useLoaded(list)
  return (
    <Loading loaded={loaded} again={again}>
      {({ questionnaires }) => {
        const others = questionnaires.filter(({ slug }) => slug !== props.slug)
        return others.length === 0 ? (
          <p>Il n’y a pas encore d’autre questionnaire.</p>
        ) : (
          <Chosen {...props} others={others} />
        )
      }}
    </Loading>
  )
}

function Chosen({ others, ...props }: Props & { others: readonly design.DesignLine[] }) {
  const [slug, setSlug] = useState(others[0]!.slug)
  return (
    <>
      <SelectField
        label="Questionnaire"
        value={slug}
        choices={others.map((line) => ({ value: line.slug, text: line.title }))}
        onChange={setSlug}
      />
      <Questions key={slug} {...props} from={slug} />
    </>
  )
}

function Questions({ from, isInRow, onChoose }: Props & { from: string }) {
  const [loaded, again] = useLoaded(
    useCallback(async () => {
      const { draft, published } = await call('GET /api/design/:slug', { params: { slug: from } })
      return draft?.questionnaire ?? published!.questionnaire
    }, [from]),
  )
  const [picked, setPicked] = useState<ReadonlySet<string>>(new Set())
  return (
    <Loading loaded={loaded} again={again}>
      {(questionnaire) => {
        const repeats = allElements(questionnaire).some(
          ({ path, element }) => element.type === 'paneldynamic' && picked.has(path),
        )
        return (
          <>
            <QuestionTicks questionnaire={questionnaire} picked={picked} onPick={setPicked} />
            <div className="actions ticks-add">
              <Button
                kind="main"
                disabled={picked.size === 0 || (isInRow && repeats)}
                onClick={() => {
                  const { elements, parameters } = takenOut(questionnaire, [...picked])
                  onChoose(elements, parameters)
                }}
              >
                Ajouter ce qui est coché
              </Button>
              {isInRow && repeats && <p>Une fiche répétée ne tient pas dans une autre : ajoutez-la sur une page.</p>}
            </div>
          </>
        )
      }}
    </Loading>
  )
}
