/**
 * What reception reads to a caller with a red flag until the clinic writes its own; it names no
 * number, because those differ by country. Source: CLINICAL.md section 3.3.
 */
export const DEFAULT_EMERGENCY_TEXT = `Trouble breathing, collapse, swelling of the face or tongue, or thoughts of ending one’s life: this is an emergency. Ask the caller to phone the emergency number now, or do it for them, and stay on the line.

Spreading redness, fever, pus, blackening skin or severe pain: a clinician calls back today. Hand the report over before you end the call, and tell the caller to phone the emergency number if it gets worse.`;
