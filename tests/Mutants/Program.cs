using System.CommandLine;
using SsoOidcGen.Mutants;

Option<string?> since = new("--since") { Description = "Only lines that were changed since this commit." };
Option<int?> sample = new("--sample") { Description = "How many mutants to draw; all by default." };
Option<int> seed = new("--seed") { Description = "Draws another sample.", DefaultValueFactory = _ => 1 };
Argument<string[]> paths = new("paths")
{
    Description = "Folders or files, or one line as path:line; everything by default.",
    Arity = ArgumentArity.ZeroOrMore,
};
RootCommand root = new("Changes the sources one place at a time and reports the changes that no test sees.")
{
    since,
    sample,
    seed,
    paths,
};
root.SetAction(
    async (result, cancellationToken) =>
    {
        string repository = (
            await ToolRunner.RunAsync(".", "git", ["rev-parse", "--show-toplevel"], cancellationToken)
        ).Trim();
        MutantSelection selection = new(
            repository,
            result.GetValue(since),
            result.GetValue(paths)!,
            result.GetValue(seed)
        );
        IReadOnlyList<Mutant> mutants = await selection.DrawAsync(cancellationToken);
        int wanted = result.GetValue(sample) ?? mutants.Count;
        return await Campaign.RunAsync(repository, mutants, wanted, cancellationToken);
    }
);
return await root.Parse(args).InvokeAsync();
