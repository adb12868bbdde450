/** The keyboard on the screen: there only while something is typed. It remembers nothing of it. */
import { useEffect, useRef, useState } from 'react'
import { languageRows } from '../../../surveys/languages.ts'
import { useComfort } from '../../parts/comfort.ts'
import { useKioskSay } from '../words.ts'
import { figures, layouts } from './layouts.ts'
import { type Field, isField, type } from './typing.ts'
import './keyboard.css'

/** A touch becomes a click within this time. */
const settleMs = 120

export function Keyboard() {
  const say = useKioskSay()
  const { language } = useComfort()
  const field = useTypedField()
  const [isCapital, setIsCapital] = useState(false)
  const board = useRef<HTMLElement>(null)
  useEffect(() => {
    if (!field) return
    const { style } = document.documentElement
    const makeRoom = () => {
      style.setProperty('--keyboard', `${board.current?.offsetHeight ?? 0}px`)
      field.scrollIntoView({ block: 'center' })
    }
    makeRoom()
    // a tablet that is turned
    window.addEventListener('resize', makeRoom)
    return () => {
      window.removeEventListener('resize', makeRoom)
      style.removeProperty('--keyboard')
    }
  }, [field])
  if (!field) return null
  const isFigures = takesFigures(field)
  const layout = isFigures ? figures : layouts[languageRows[language].keyboard]
  const press = (text: string | null) => {
    type(field, text)
    setIsCapital(false)
  }
  return (
    <section
      className="keyboard"
      aria-label={say('keyboard')}
      ref={board}
      dir={layout.direction}
      data-figures={isFigures || undefined}
      // the field holds the focus, and its caret
      onPointerDown={(event) => event.preventDefault()}
      onMouseDown={(event) => event.preventDefault()}
    >
      {(isCapital ? layout.capital : layout.small).map((row, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the rows never move
        <div className="keyboard-row" key={at}>
          {row.map((key) => (
            <Key key={key} press={() => press(key)}>
              {key}
            </Key>
          ))}
        </div>
      ))}
      <div className="keyboard-row">
        {layout.capital !== layout.small && (
          <Key isWide isOn={isCapital} press={() => setIsCapital(!isCapital)} name={say('capitals')}>
            ⇧
          </Key>
        )}
        {!isFigures && (
          <Key isWidest press={() => press(' ')}>
            {say('space')}
          </Key>
        )}
        {field instanceof HTMLTextAreaElement && (
          <Key isWide press={() => press('\n')} name={say('newLine')}>
            ↵
          </Key>
        )}
        <Key isWide press={() => press(null)} name={say('erase')}>
          ⌫
        </Key>
        <Key isWide press={() => field.blur()}>
          {say('closeKeyboard')}
        </Key>
      </div>
    </section>
  )
}

type KeyProps = {
  children: string
  press: () => void
  name?: string
  isWide?: boolean
  isWidest?: boolean
  isOn?: boolean
}

/** Out of the order of Tab: whoever has a Tab key has the other keys too. */
function Key({ children, press, name, isWide, isWidest, isOn }: KeyProps) {
  return (
    <button
      type="button"
      tabIndex={-1}
      className="key"
      data-wide={isWide || undefined}
      data-widest={isWidest || undefined}
      aria-label={name}
      aria-pressed={isOn}
      onClick={press}
    >
      {children}
    </button>
  )
}

const takesFigures = (field: Field): boolean => field.dataset.figures !== undefined

/** The field being typed in, or null. The device's own keyboard stays away. */
function useTypedField(): Field | null {
  const [field, setField] = useState<Field | null>(null)
  useEffect(() => {
    let isPressed = false
    const settle = () => setField(isField(document.activeElement) ? document.activeElement : null)
    const quiet = ({ target }: Event) => {
      if (isField(target)) target.setAttribute('inputmode', 'none')
    }
    let pressed: Field | null = null
    const press = (event: Event) => {
      isPressed = true
      pressed = isField(event.target) && takesFigures(event.target) ? event.target : null
      quiet(event)
    }
    // the page must not move under a finger: the keyboard leaves once the touch has done what it was for
    const release = () => {
      isPressed = false
      setTimeout(settle, settleMs)
    }
    // a finger cannot be put between two figures: they are written anew. The page may have moved under it, as the keyboard came
    const lift = () => {
      const field = pressed
      setTimeout(() => field === document.activeElement && field?.select())
    }
    const enter = (event: FocusEvent) => {
      quiet(event)
      if (isField(event.target)) setField(event.target)
    }
    const leave = () => {
      if (!isPressed) setTimeout(settle)
    }
    document.addEventListener('pointerdown', press, true)
    document.addEventListener('pointerup', release, true)
    document.addEventListener('pointercancel', release, true)
    document.addEventListener('mouseup', lift, true)
    document.addEventListener('focusin', enter)
    document.addEventListener('focusout', leave)
    return () => {
      document.removeEventListener('pointerdown', press, true)
      document.removeEventListener('pointerup', release, true)
      document.removeEventListener('pointercancel', release, true)
      document.removeEventListener('mouseup', lift, true)
      document.removeEventListener('focusin', enter)
      document.removeEventListener('focusout', leave)
    }
  }, [])
  return field?.isConnected ? field : null
}
