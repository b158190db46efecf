namespace SsoOidcGen.Runtime;

/// <summary>Stands in printed text for values that must not be seen.</summary>
public static class Redaction
{
    /// <summary>What is printed instead.</summary>
    public const string Text = "***";

    internal static ReadOnlySpan<byte> Utf8 => "***"u8;

    /// <summary><see cref="Text"/>, or nothing for a value that is not there.</summary>
    public static string? Of(object? value) => value is null ? null : Text;
}
