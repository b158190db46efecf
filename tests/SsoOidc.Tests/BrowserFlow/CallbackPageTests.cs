using System.Text;

namespace SsoOidc.Tests.BrowserFlow;

/// <summary>The responses that a browser gets at the end of a sign-in, to the byte.</summary>
public sealed class CallbackPageTests
{
    [Fact]
    public void Every_page_is_as_it_was_accepted() =>
        Snapshot.Matches(
            string.Concat(
                    new[]
                    {
                        CallbackPage.Success(),
                        CallbackPage.NotStored("The disk is <full>."),
                        CallbackPage.Failure("The sign-in was denied & more."),
                        CallbackPage.BadRequest(),
                        CallbackPage.NotFound(),
                    }.Select(static page => $"{Encoding.UTF8.GetString(page)}\n\n")
                )
                .Replace("\r\n", "\n"),
            "SsoOidc.Tests/BrowserFlow/CallbackPages.verified.txt"
        );
}
