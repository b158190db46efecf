namespace SsoOidcGen.Reading.Json;

/// <summary>Ends the reading of a file at its first syntax error. Never leaves the parser.</summary>
internal sealed class JsonSyntaxException(string message, int start, int length) : Exception(message)
{
    public int Start { get; } = start;

    public int Length { get; } = length;
}
