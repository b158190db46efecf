namespace SsoOidcGen.Tests.Reading;

/// <summary>A text in which <c>«…»</c> marks the place where a diagnostic has to stand.</summary>
internal sealed class MarkedText
{
    public MarkedText(string marked)
    {
        Start = marked.IndexOf('«');
        Length = marked.IndexOf('»') - Start - 1;
        Text = marked.Replace("«", "", StringComparison.Ordinal).Replace("»", "", StringComparison.Ordinal);
    }

    public string Text { get; }

    public bool HasMark => Start >= 0;

    public string Token => Text.Substring(Start, Length);

    public int Start { get; }

    public int Length { get; }

    public int Line => Text[..Start].Count(c => c == '\n');

    public int Column => Start - (Text[..Start].LastIndexOf('\n') + 1);
}
