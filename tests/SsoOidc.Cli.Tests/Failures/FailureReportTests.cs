namespace SsoOidc.Cli.Tests.Failures;

public sealed class FailureReportTests
{
    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void A_full_error_stream_leaves_the_exit_code(bool json)
    {
        using StreamWriter full = new(new FullStream()) { AutoFlush = true };
        CliHost host = new(TestConsole.Plain().Console, Terminal.Create(full, isTerminal: false));

        Assert.Equal(7, FailureReport.Write(host, new Failure(7, "failed", "It failed.", "Try again."), json));
    }

    private sealed class FullStream : MemoryStream
    {
        public override void Write(byte[] buffer, int offset, int count) => throw new IOException("No space left");

        public override void Write(ReadOnlySpan<byte> buffer) => throw new IOException("No space left");
    }
}
