namespace SsoOidcGen.Model;

/// <summary>What a member is when nobody gives it a value. It fits the member's target.</summary>
/// <param name="Text">
/// A string as it is, <c>true</c> or <c>false</c>, a number as JSON writes it, bytes as base64, a timestamp as milliseconds since
/// 1970, a document as JSON; nothing for an empty list or map.
/// </param>
internal sealed record DefaultValue(string Text);
