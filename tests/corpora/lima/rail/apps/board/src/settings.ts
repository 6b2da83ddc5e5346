export const BOARD_SITE = 'rail-board';
export const BOARD_TOKEN = '⟦opaque:4⟧'; ⟪hardcoded-token⟫
