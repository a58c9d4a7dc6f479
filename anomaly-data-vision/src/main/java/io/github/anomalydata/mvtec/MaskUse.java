package io.github.anomalydata.mvtec;

/** Whether a tree must hold the masks of defects. */
public enum MaskUse {
  /** Each image of a defect has its mask, and each mask its image. */
  REQUIRED,
  /** Masks are not looked for: only whether an image shows a defect is known. */
  IGNORED
}
