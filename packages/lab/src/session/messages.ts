/** Texts of what can go wrong with states that were sent or kept. */
export const sessionMessages = {
  badLink: {
    en: () => 'this link is not complete, or was changed on its way: nothing of it can be read. Copy it again as a whole, or ask for a file of the Lab (.kudari) instead',
    ja: () => 'リンクが途中で切れているか、書き換えられているため、読み取れません。リンク全体をコピーし直すか、Lab のファイル（.kudari）を送ってもらってください',
  },
  newer: {
    en: (v: { found: number; known: number }) => `this was written by a newer Lab (format ${v.found}; this one reads up to ${v.known}). Load the page again to update it`,
    ja: (v: { found: number; known: number }) => `新しい Lab で作られています（形式 ${v.found}。この版で読めるのは ${v.known} まで）。ページを再読み込みして更新してください`,
  },
  damaged: {
    en: () => 'the file is no file of the Lab, or only a part of one. Save it again where it comes from',
    ja: () => 'Lab のファイルではないか、途中で切れています。元の場所でもう一度保存してください',
  },
  absent: {
    en: (v: { names: readonly string[] }) =>
      `the link holds the settings, but not the data, which are too large for a link. Drop ${v.names.join(', ')} onto the page: the settings will then be used`,
    ja: (v: { names: readonly string[] }) =>
      `このリンクには設定だけが入っています（データはリンクに収まらない大きさです）。${v.names.join('、')} をページにドロップすると、設定が適用されます`,
  },
}
