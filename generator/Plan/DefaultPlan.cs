namespace SsoOidcGen.Plan;

/// <summary>A value of a member's type, as the model writes it.</summary>
/// <param name="Text">
/// A string as it is, <c>true</c> or <c>false</c>, a number as JSON writes it, bytes as base64, a timestamp as milliseconds since
/// 1970, a document as JSON; nothing for an empty list or map.
/// </param>
internal sealed record DefaultPlan(string Text);
