import { drawBars } from '../../../charts/draw-bars.ts';
import type { Picture } from '../../../charts/picture.ts';
import type { PictureTable } from '../../../charts/picture-table.ts';
import { textCell } from '../../../charts/picture-table.ts';
import type { ProjectedNode } from '../../../report/build-projection.ts';
import type { PictureSources } from '../../pictures/picture-words.ts';
import { shownCell } from '../../pictures/picture-words.ts';
import { positionWords } from '../../pictures/position-words.ts';

/** A node of the projection under its name. */
export interface NamedNode {
  readonly name: string;
  readonly node: ProjectedNode;
}

function positions({ session, localiser }: PictureSources, { now, projected }: ProjectedNode) {
  const { minimumCoverage } = session.report.framework;
  return {
    now: positionWords(now, minimumCoverage, localiser),
    projected: positionWords(projected, minimumCoverage, localiser),
  };
}

/** What the ticked actions would bring, as a table. */
export function projectionTable(sources: PictureSources, rows: readonly NamedNode[]): PictureTable {
  const { localiser } = sources;
  const column = (key: 'domain' | 'countNow' | 'countProjected' | 'now' | 'projected', isNumber: boolean) => ({
    title: localiser.t(`plan.projectionColumn.${key}`),
    isNumber,
  });
  return {
    headerColumn: 0,
    columns: [
      column('domain', false),
      column('countNow', true),
      column('countProjected', true),
      { title: localiser.t('results.column.of'), isNumber: true },
      column('now', true),
      column('projected', true),
    ],
    rows: rows.map(({ name, node }) => {
      const said = positions(sources, node);
      return [
        textCell(name),
        shownCell(node.countNow?.count ?? null, localiser),
        shownCell(node.countProjected?.count ?? null, localiser),
        shownCell(node.countProjected?.of ?? null, localiser),
        { text: said.now, values: [node.now.shown] },
        { text: said.projected, values: [node.projected.shown] },
      ];
    }),
  };
}

/** What the ticked actions would bring, as it is saved. */
export function projectionPicture(sources: PictureSources, rows: readonly NamedNode[]): Picture {
  const { t } = sources.localiser;
  return drawBars(
    rows.map(({ name, node }) => {
      const { count: now = 0 } = node.countNow ?? {};
      const { count: projected = 0, of = 0 } = node.countProjected ?? {};
      const share = (count: number) => (of === 0 ? 0 : count / of);
      const said = positions(sources, node);
      return {
        name,
        stretches: [
          { share: share(Math.min(now, projected)), fill: 4 },
          { share: share(Math.max(0, projected - now)), fill: 'hatched' },
        ],
        figure:
          now === projected
            ? t('plan.projectionCount', { count: now, of })
            : t('plan.projectionFromTo', { now, projected, of }),
        notes: [t('plan.projectionNow', { words: said.now }), t('plan.projectionThen', { words: said.projected })],
      };
    }),
  );
}
