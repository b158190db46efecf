using System.Text;
using SsoOidcGen.Runtime.CompilerServices;

namespace SsoOidcGen.Runtime.Tests.Codecs.Xml;

/// <summary>What an element means as a value of the model's type.</summary>
public sealed class XmlValueTests
{
    [Theory]
    [InlineData("<a/>", "")]
    [InlineData("<a></a>", "")]
    [InlineData("<a>  </a>", "  ")]
    [InlineData("<a>x<!-- c -->y<?p?>z</a>", "xyz")]
    [InlineData("<a>x<![CDATA[<&>\r\n]]>y</a>", "x<&>\ny")]
    [InlineData("<a>1\r\n2\r3&#13;4</a>", "1\n2\n3\r4")]
    [InlineData("<a>x<b>no</b>y<c/></a>", "xy")]
    [InlineData("<a>&lt;&gt;&amp;&quot;&apos;&#x1F600;</a>", "<>&\"'😀")]
    public void Strings_keep_their_blanks_and_join_their_pieces(string document, string expected) =>
        Assert.Equal(expected, Read(document, XmlValue.ReadString));

    [Theory]
    [InlineData("true", true)]
    [InlineData(" TRUE ", true)]
    [InlineData("1", true)]
    [InlineData("false", false)]
    [InlineData("0", false)]
    [InlineData("", null)]
    public void Booleans_are_words_or_digits(string text, bool? expected) =>
        Assert.Equal(expected, Read($"<a>{text}</a>", XmlValue.ReadBoolean));

    [Theory]
    [InlineData(" 12 ", 12)]
    [InlineData("-7", -7)]
    [InlineData("\n", null)]
    public void Integers_are_trimmed(string text, int? expected)
    {
        Assert.Equal(expected, Read($"<a>{text}</a>", XmlValue.ReadInt32));
        Assert.Equal(expected, (int?)Read($"<a>{text}</a>", XmlValue.ReadInt64));
    }

    [Theory]
    [InlineData("1.5", 1.5)]
    [InlineData("-1E+21", -1E+21)]
    [InlineData("NaN", double.NaN)]
    [InlineData("-Infinity", double.NegativeInfinity)]
    [InlineData("", null)]
    public void Numbers_may_be_words(string text, double? expected)
    {
        Assert.Equal(expected, Read($"<a>{text}</a>", XmlValue.ReadDouble));
        Assert.Equal((float?)expected, Read($"<a>{text}</a>", XmlValue.ReadSingle));
    }

    [Theory]
    [InlineData("2026-01-31T08:00:00Z", 0)]
    [InlineData("2026-01-31T08:00:00.123Z", 123)]
    [InlineData("2026-01-31T10:00:00.5+02:00", 500)]
    [InlineData("Sat, 31 Jan 2026 08:00:00 GMT", 0)]
    [InlineData(" 1769846400.25 ", 250)]
    public void Timestamps_have_any_form(string text, int milliseconds) =>
        Assert.Equal(
            new DateTimeOffset(2026, 1, 31, 8, 0, 0, milliseconds, TimeSpan.Zero),
            Read($"<a>{text}</a>", XmlValue.ReadTimestamp)
        );

    [Fact]
    public void Blobs_are_base64_with_blanks()
    {
        Assert.Equal([1, 2, 3], Read("<a>\n AQ\nID </a>", XmlValue.ReadBlob).ToArray());
        Assert.True(Read("<a/>", XmlValue.ReadBlob).IsEmpty);
    }

    [Theory]
    [InlineData("yes")]
    [InlineData("2147483648")]
    [InlineData("1,5")]
    [InlineData("1 2")]
    public void Anything_else_is_refused(string text)
    {
        Assert.Throws<MalformedContentException>(() => Read($"<a>{text}</a>", XmlValue.ReadBoolean));
        Assert.Throws<MalformedContentException>(() => Read($"<a>{text}</a>", XmlValue.ReadInt32));
        Assert.Throws<MalformedContentException>(() => Read($"<a>{text}!</a>", XmlValue.ReadInt64));
        Assert.Throws<MalformedContentException>(() => Read($"<a>{text}!</a>", XmlValue.ReadDouble));
        Assert.Throws<MalformedContentException>(() => Read($"<a>{text}!</a>", XmlValue.ReadTimestamp));
        Assert.Throws<MalformedContentException>(() => Read($"<a>{text}!</a>", XmlValue.ReadBlob));
    }

    [Fact]
    public void Items_may_have_any_name_and_values_without_a_text_are_none()
    {
        Assert.Equal(["1", "", "2"], Read("<a>x<b>1</b><c/> <b>2</b></a>", Strings));
        Assert.Equal([1, 2], Read("<a><b>1</b><c/><b>2</b></a>", Numbers));

        static IReadOnlyList<string> Strings(ref Utf8XmlReader reader) =>
            XmlCollections.ReadList(ref reader, XmlValue.ReadString);
        static IReadOnlyList<int> Numbers(ref Utf8XmlReader reader) =>
            XmlCollections.ReadValueList(ref reader, XmlValue.ReadInt32);
    }

    [Theory]
    [InlineData("<m><entry><key>k</key><value>v</value></entry></m>")]
    [InlineData("<m><x><value>v</value><other><key>no</key></other><key>k</key></x></m>")]
    [InlineData("<m><entry><key>k</key><value>old</value></entry><entry><key>k</key><value>v</value></entry></m>")]
    public void Entries_hold_key_and_value_in_any_order(string document) =>
        Assert.Equal(new Dictionary<string, string> { ["k"] = "v" }, Read(document, Map));

    [Fact]
    public void Lists_and_maps_without_an_element_of_their_own_are_gathered()
    {
        Utf8XmlReader reader = new(
            "<r><i>1</i><e><key>a</key><value>x</value></e><i/><i>2</i><e><key>b</key><value>y</value></e></r>"u8
        );
        IReadOnlyList<string>? texts = null;
        IReadOnlyList<int>? numbers = null;
        IReadOnlyDictionary<string, string>? map = null;
        while (reader.NextMember(out ReadOnlySpan<byte> name))
        {
            if (name.SequenceEqual("e"u8))
            {
                map = XmlCollections.ReadEntry(map, ref reader, "key"u8, "value"u8, XmlValue.ReadString);
                continue;
            }

            string text = XmlValue.ReadString(ref reader);
            texts = XmlCollections.Add(texts, text);
            numbers = XmlCollections.AddValue(numbers, text.Length == 0 ? null : text[0] - '0');
        }

        Assert.Equal(["1", "", "2"], texts!);
        Assert.Equal([1, 2], numbers!);
        Assert.Equal(new Dictionary<string, string> { ["a"] = "x", ["b"] = "y" }, map!);
        Assert.Empty(XmlCollections.AddValue<int>(null, null));
    }

    [Theory]
    [InlineData("<m><entry><key>k</key></entry></m>")]
    [InlineData("<m><entry><value>v</value></entry></m>")]
    public void Half_an_entry_is_refused(string document) =>
        Assert.Throws<MalformedContentException>(() => Read(document, Map));

    [Theory]
    [InlineData("<r><Wrapped>v</Wrapped><More><Wrapped>no</Wrapped></More></r>", "v")]
    [InlineData("<r><Other>o</Other><x:Wrapped>v</x:Wrapped></r>", "v")]
    [InlineData("<r>root</r>", "root")]
    [InlineData("", "")]
    public void A_wrapper_that_is_missing_is_the_root(string document, string expected)
    {
        Utf8XmlReader reader = XmlText.ReaderOf(Encoding.UTF8.GetBytes(document), "Wrapped"u8);

        Assert.Equal(expected, XmlValue.ReadString(ref reader));
    }

    [Theory]
    [InlineData("<r><Wrapped>v</Wrapped><More></r>")]
    [InlineData("<r><Wrapped>v</Wrapped>")]
    [InlineData("<r><Wrapped>v</Wrapped></r><r/>")]
    public void What_follows_a_wrapper_is_checked_too(string document) =>
        Assert.Throws<MalformedContentException>(() =>
        {
            Utf8XmlReader reader = XmlText.ReaderOf(Encoding.UTF8.GetBytes(document), "Wrapped"u8);
            return XmlValue.ReadString(ref reader);
        });

    private static IReadOnlyDictionary<string, string> Map(ref Utf8XmlReader reader) =>
        XmlCollections.ReadMap(ref reader, "key"u8, "value"u8, XmlValue.ReadString);

    private static T Read<T>(string document, XmlValueReader<T> read)
    {
        Utf8XmlReader reader = new(Encoding.UTF8.GetBytes(document));
        return read(ref reader);
    }
}
