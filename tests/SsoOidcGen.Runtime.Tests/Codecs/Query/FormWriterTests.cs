using System.Buffers;
using System.Text;
using SsoOidcGen.Runtime.CompilerServices;

namespace SsoOidcGen.Runtime.Tests.Codecs.Query;

public sealed class FormWriterTests
{
    [Fact]
    public void Keys_are_joined_with_dots_and_values_are_encoded()
    {
        ArrayBufferWriter<byte> output = new();
        FormWriter form = new(output, "Do", "2026-01-31");

        form.Write("Plain"u8, "AZaz09-._~");
        form.Write("Odd"u8, "a b+c/&=%\né😀\uD83D");
        form.Enter("List.member"u8);
        form.EnterItem(1);
        form.Write("x");
        form.LeaveItem();
        form.EnterItem(10);
        form.Write("Name"u8, "y");
        form.LeaveItem();
        form.Leave("List.member"u8);
        form.Write("Last"u8, "");

        Assert.Equal(
            "Action=Do&Version=2026-01-31&Plain=AZaz09-._~&Odd=a%20b%2Bc%2F%26%3D%25%0A%C3%A9%F0%9F%98%80%EF%BF%BD"
                + "&List.member.1=x&List.member.10.Name=y&Last=",
            Encoding.UTF8.GetString(output.WrittenSpan)
        );
    }

    [Fact]
    public void Keys_grow_as_deep_as_the_model()
    {
        ArrayBufferWriter<byte> output = new();
        FormWriter form = new(output, "Do", "1");
        for (int depth = 0; depth < 100; depth++)
        {
            form.Enter("Part"u8);
        }

        form.Write("x");

        Assert.Equal(
            $"Action=Do&Version=1&{string.Join('.', Enumerable.Repeat("Part", 100))}=x",
            Encoding.UTF8.GetString(output.WrittenSpan)
        );
    }
}
