namespace SsoOidc.Cli.Tests.Rendering;

public class QrCodeTests
{
    private const string Url = "https://device.sso.us-east-1.amazonaws.com/?user_code=ABCD-EFGH";

    // The finder pattern of ISO/IEC 18004 §6.3.3, 7 modules wide, behind a quiet zone of 4; light modules are drawn.
    [Theory]
    [InlineData(0, "███████████")]
    [InlineData(2, "████ ▄▄▄▄▄ ")]
    [InlineData(3, "████ █   █ ")]
    [InlineData(4, "████ █▄▄▄█ ")]
    public void A_code_begins_with_its_quiet_zone_and_finder_pattern(int line, string start) =>
        Assert.StartsWith(start, QrCode.Draw(Url)![line]);

    [Fact]
    public void Every_line_is_as_wide_as_the_code_and_the_code_twice_as_wide_as_high()
    {
        string[] lines = QrCode.Draw(Url)!;

        Assert.All(lines, line => Assert.Equal(lines[0].Length, line.Length));
        Assert.Equal((lines[0].Length + 1) / 2, lines.Length);
    }

    [Fact]
    public void Colors_say_what_is_dark_whatever_the_terminal_looks_like()
    {
        TestConsole terminal = TestConsole.Terminal();

        QrCode.Write(terminal.Console, QrCode.Draw(Url)!);

        Assert.StartsWith("\e[38;5;15;48;5;0m█", terminal.Text);
    }

    [Theory]
    [InlineData(40, "it takes a terminal of 41 columns")]
    [InlineData(41, null)]
    public void A_terminal_that_is_too_narrow_cannot_show_it(int width, string? obstacle) =>
        Assert.Equal(obstacle, QrCode.FindObstacle(TestConsole.Terminal(width).Console, QrCode.Draw(Url)));

    [Fact]
    public void A_terminal_without_block_characters_cannot_show_it() =>
        Assert.Equal(
            "this terminal shows no block characters",
            QrCode.FindObstacle(TestConsole.Terminal(hasUnicode: false).Console, QrCode.Draw(Url))
        );

    // ISO/IEC 18004 table 7: version 40 with level L takes 2953 bytes.
    [Theory]
    [InlineData(2953, null)]
    [InlineData(2954, "the address is too long for one")]
    [InlineData(1_000_000, "the address is too long for one")]
    public void An_address_may_be_too_long_for_a_code(int length, string? obstacle) =>
        Assert.Equal(
            obstacle,
            QrCode.FindObstacle(TestConsole.Plain().Console, QrCode.Draw($"https://{new string('a', length - 8)}"))
        );
}
