namespace SsoOidcGen.Docs;

/// <summary>The page about services of one's own shows the model whose client its samples use.</summary>
public sealed class OwnServiceSampleTests
{
    [Fact]
    public void The_model_on_the_page_is_that_of_the_samples() =>
        Assert.Equal(
            File.ReadAllText(Path.Combine(Repository.Root, "tests/SsoOidcGen.Docs/Models/weather/weather.json"))
                .TrimEnd(),
            Pages.Blocks("docs/own-services.md").First(static block => block.Language == "json").Text.TrimEnd()
        );
}
