import { ArrowIcon } from '../../parts/icons/icons.tsx'
import { DeskButton } from '../parts/desk-button.tsx'
import { PreviousIcon, ZoomInIcon, ZoomOutIcon } from '../parts/desk-icons.tsx'
import { useStaff } from '../staff-context.ts'

interface PaperToolsProps {
  sheet: number
  sheets: number
  zoom: number
  canZoomIn: boolean
  onTurn: (by: number) => void
  onZoom: (by: number) => void
  isProvisional: boolean
}

/** Sheet n of m, and how large. */
export function PaperTools({ sheet, sheets, zoom, canZoomIn, onTurn, onZoom, isProvisional }: PaperToolsProps) {
  const { words } = useStaff()
  const own = words.requests.preview
  const press = (action: (by: number) => void, by: number) => () => {
    action(by)
  }
  return (
    <div className="paper-tools">
      <h3>{own.title}</h3>
      <DeskButton look="plain" label={own.previous} isDisabled={sheet <= 1} onPress={press(onTurn, -1)}>
        <PreviousIcon />
      </DeskButton>
      <span className="paper-position">{own.sheet(sheet, sheets)}</span>
      <DeskButton look="plain" label={own.next} isDisabled={sheet >= sheets} onPress={press(onTurn, 1)}>
        <ArrowIcon />
      </DeskButton>
      <span className="paper-gap" />
      <DeskButton look="plain" label={own.zoomOut} isDisabled={zoom <= 1} onPress={press(onZoom, -1)}>
        <ZoomOutIcon />
      </DeskButton>
      <span className="paper-zoom">{own.zoom(Math.round(zoom * 100))}</span>
      <DeskButton look="plain" label={own.zoomIn} isDisabled={!canZoomIn} onPress={press(onZoom, 1)}>
        <ZoomInIcon />
      </DeskButton>
      {isProvisional ? <span className="paper-note">{own.note}</span> : null}
    </div>
  )
}
