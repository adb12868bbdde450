/** Over a form whose draft was found again on this device: what it is worth, and how to be rid of it. */
import { Button } from '../../parts/forms/Button.tsx'

type Props = {
  /** Something was saved since the draft was begun. */
  isBehind: boolean
  /** What is said then, and the button that keeps the draft all the same. */
  behind?: { text: string; keep: string }
  onKeep(): void
  onDrop(): void
}

const laterVersion = {
  text: 'Votre brouillon a été commencé avant la dernière version enregistrée : comparez avant d’enregistrer.',
  keep: 'Mon brouillon remplacera la dernière version',
}

export function DraftNotice({ isBehind, behind = laterVersion, onKeep, onDrop }: Props) {
  return (
    <div className="notice" data-kind="warm">
      <p>{isBehind ? behind.text : 'Nous avons retrouvé ce que vous tapiez : rien n’est perdu.'}</p>
      <div className="actions">
        {isBehind && <Button onClick={onKeep}>{behind.keep}</Button>}
        <Button kind="quiet" onClick={onDrop}>
          Jeter ce brouillon
        </Button>
      </div>
    </div>
  )
}
