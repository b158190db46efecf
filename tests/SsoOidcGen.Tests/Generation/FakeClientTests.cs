using SsoOidcGen.Testing;

namespace SsoOidcGen.Tests.Generating;

/// <summary>The fake client of a model: what is prepared comes back, what is asked is recorded, and the client's own code runs.</summary>
public sealed class FakeClientTests
{
    private const string Probe = """
        #nullable enable
        using System;
        using System.Collections.Generic;
        using System.Threading;
        using System.Threading.Tasks;
        using Library;
        using SsoOidcGen.Runtime;

        public static class Probe
        {
            private static readonly PutBookRequest Put = new() { Shelf = "a", Path = "b", Title = "c" };

            public static async Task<string> Sequence()
            {
                using FakeLibraryClient library = new();
                library.PutBook.Returns(new PutBookResponse { Revision = 0 });
                library.PutBook
                    .Throws(new ShelfFullException("full") { Free = 0 })
                    .ThenReturns(new PutBookResponse { Revision = 1 }, new PutBookResponse { Revision = 2 });
                OperationResult<PutBookResponse> failed =
                    await library.TryInvokeAsync(LibraryClient.Operations.PutBook, Put);
                string text = $"{failed.Exception!.Message} {failed.Exception.ErrorCode}";
                for (int i = 0; i < 3; i++)
                {
                    text += $" {(await library.PutBookAsync(Put with { Title = $"{i}" })).Revision}";
                }

                foreach (PutBookRequest request in library.PutBook.Requests)
                {
                    text += " " + request.Title;
                }

                return text;
            }

            public static async Task<string> Functions()
            {
                using FakeLibraryClient library = new();
                library.PutBook.Returns(request => new PutBookResponse { Revision = request.Title.Length });
                int first = (await library.PutBookAsync(Put)).Revision ?? 0;
                library.PutBook.Returns(async (request, token) =>
                {
                    await Task.Delay(Timeout.Infinite, token);
                    return new PutBookResponse();
                });
                using CancellationTokenSource canceled = new();
                Task call = library.PutBookAsync(Put, canceled.Token);
                canceled.Cancel();
                await call.ContinueWith(_ => { });
                return $"{first} {call.IsCanceled}";
            }

            public static async Task<string> Pages()
            {
                using FakeLibraryClient library = new();
                library.ListBooks.Returns(
                    new ListBooksResponse { Books = [new Book { Title = "a" }], NextToken = "2" },
                    new ListBooksResponse { Books = [new Book { Title = "b" }, new Book { Title = "c" }] }
                );
                string text = "";
                await foreach (Book book in library.ListBooksItemsAsync(new ListBooksRequest { Genres = [Genre.Crime] }))
                {
                    text += book.Title;
                }

                return text + library.ListBooks.Requests[1].NextToken + library.ListBooks.Requests[1].Genres![0];
            }

            public static async Task<string> Waiter()
            {
                using FakeLibraryClient library = new();
                library.ListBooks
                    .Throws(new ShelfFullException("full"))
                    .ThenReturns(new ListBooksResponse(), new ListBooksResponse { Books = [new Book { Title = "a" }] });
                ListBooksResponse found = await library.WaitUntilBookListedAsync(new ListBooksRequest());
                return $"{found.Books[0].Title} {library.ListBooks.Requests.Count}";
            }

            public static async Task<string> Unprepared()
            {
                using FakeLibraryClient library = new();
                _ = library.PutBook.Requests;
                return await Error(() => library.PutBookAsync(Put)) + "|"
                    + await Error(() => library.TryInvokeAsync(LibraryClient.Operations.ListBooks, new()).AsTask());
            }

            public static async Task<string> Invalid()
            {
                using FakeLibraryClient library = new();
                library.PutBook.Returns(new PutBookResponse());
                return await Error(() => library.PutBookAsync(Put with { Title = "" })) + library.PutBook.Requests.Count;
            }

            private static async Task<string> Error(Func<Task> call)
            {
                try
                {
                    await call();
                    return "";
                }
                catch (Exception e)
                {
                    return $"{e.GetType().Name}: {e.Message}";
                }
            }
        }
        """;

    private static readonly Lazy<Type> s_probe = new(static () =>
    {
        Generation generation = Generation.Run(
            ModelText.Folder(
                Path.Combine(Repository.Root, "tests/SsoOidcGen.Tests/Snapshots/Library"),
                "Library|||||true"
            )
        );
        Assert.Empty(generation.Diagnostics);
        Assert.Empty(generation.CompilerDiagnostics);
        return generation.LoadWith(Probe).GetType("Probe")!;
    });

    [Theory]
    [InlineData("Sequence", "full ShelfFull 1 2 2 c 0 1 2")]
    [InlineData("Functions", "1 True")]
    [InlineData("Pages", "abc2CRIME")]
    [InlineData("Waiter", "a 3")]
    public async Task Operations_pages_and_waiters_respond_with_what_is_prepared(string probe, string expected) =>
        Assert.Equal(expected, await CallAsync(probe));

    [Fact]
    public async Task An_operation_for_which_nothing_is_prepared_says_so_by_name() =>
        Assert.Equal(
            "InvalidOperationException: FakeLibraryClient has no response for PutBook. Prepare one before the call: PutBook.Returns(…), or PutBook.Throws(…).|"
                + "InvalidOperationException: FakeLibraryClient has no response for ListBooks. Prepare one before the call: ListBooks.Returns(…), or ListBooks.Throws(…).",
            await CallAsync("Unprepared")
        );

    [Fact]
    public async Task A_request_is_checked_as_the_client_checks_it()
    {
        string error = await CallAsync("Invalid");

        Assert.StartsWith("RequestValidationException", error, StringComparison.Ordinal);
        Assert.EndsWith("0", error, StringComparison.Ordinal);
    }

    [Fact]
    public void A_model_without_the_metadata_gets_no_fake() =>
        Assert.DoesNotContain(OwnModels.Generate().Files.Values, static text => text.Contains("Fake"));

    private static Task<string> CallAsync(string method) =>
        (Task<string>)s_probe.Value.GetMethod(method)!.Invoke(null, null)!;
}
