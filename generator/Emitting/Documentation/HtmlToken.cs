namespace SsoOidcGen.Emitting.Documentation;

/// <summary>A run of text or a tag.</summary>
/// <param name="Value">The text without entities, or the tag's name in lower case.</param>
/// <param name="Link">The address in the tag's <c>href</c>, when it is an absolute web address.</param>
internal readonly record struct HtmlToken(HtmlTokenKind Kind, string Value, string? Link = null);
