using SsoOidc.Hostile.Vault;
using SsoOidc.Hostile.Wire;
using SsoOidcGen.Runtime;

namespace SsoOidc.Hostile;

/// <summary>Values of every type, in bodies and in headers.</summary>
public sealed class ValueTests
{
    [Theory]
    [InlineData("""{"count":2147483648}""")]
    [InlineData("""{"count":"0x10"}""")]
    [InlineData("""{"count":""}""")]
    [InlineData("""{"size":9223372036854775808}""")]
    [InlineData("""{"size":1e30}""")]
    [InlineData("""{"ratio":"one"}""")]
    [InlineData("""{"ratio":true}""")]
    [InlineData("""{"isOpen":"yes"}""")]
    [InlineData("""{"isOpen":1}""")]
    [InlineData("""{"changed":1e30}""")]
    [InlineData("""{"changed":-99999999999999}""")]
    [InlineData("""{"changed":"yesterday"}""")]
    [InlineData("""{"changed":"2026-13-45T99:99:99Z"}""")]
    [InlineData("""{"changed":{}}""")]
    [InlineData("""{"content":"not base64!"}""")]
    [InlineData("""{"content":"YQ"}""")]
    [InlineData("""{"content":[1,2]}""")]
    [InlineData("""{"tags":[]}""")]
    [InlineData("""{"tags":{"a":1}}""")]
    [InlineData("""{"tags":{"\ud800":"a"}}""")]
    [InlineData("""{"names":{}}""")]
    [InlineData("""{"names":[1]}""")]
    [InlineData("""{"names":["a",]}""")]
    [InlineData("""{"inner":[]}""")]
    [InlineData("""{"inner":"text"}""")]
    public async Task A_value_of_another_type_is_unreadable(string body)
    {
        await using Trial trial = new(Script.Respond("200 OK", body));

        await Assert.ThrowsAsync<UnreadableResponseException>(() => trial.Vault.InspectAsync(new InspectRequest()));

        Assert.Single(trial.Server.Requests);
        await trial.RecoversAsync();
    }

    [Theory]
    [InlineData("x-limit: many")]
    [InlineData("x-limit: 1.5")]
    [InlineData("x-limit: 99999999999")]
    [InlineData("x-limit: 1, 2")]
    [InlineData("x-since: yesterday")]
    [InlineData("x-since: Thu, 99 Foo 99999 25:61:61 GMT")]
    public async Task A_header_of_another_type_is_unreadable(string header)
    {
        await using Trial trial = new(Script.Respond("200 OK", "{}", header));

        await Assert.ThrowsAsync<UnreadableResponseException>(() => trial.Vault.InspectAsync(new InspectRequest()));

        Assert.Single(trial.Server.Requests);
        await trial.RecoversAsync();
    }

    [Fact]
    public async Task Extremes_are_read()
    {
        await using Trial trial = new(
            Script.Respond(
                "200 OK",
                """
                {"count":-2147483648,"size":9223372036854775807,"ratio":"-Infinity","changed":253402300799,
                 "content":"","tags":{"":"","a":null,"b":"1","b":"2"},"names":[null,"","x",null],
                 "free":{"any":[1,null,{"\u0000":1e400}]}}
                """,
                "x-limit: -1",
                "X-LABEL-: empty",
                "x-label-One: 1",
                "x-label-one: 2"
            )
        );

        InspectResponse inspection = await trial.Vault.InspectAsync(new InspectRequest());

        Assert.Equal(int.MinValue, inspection.Count);
        Assert.Equal(long.MaxValue, inspection.Size);
        Assert.Equal(double.NegativeInfinity, inspection.Ratio);
        Assert.Equal(9999, inspection.Changed!.Value.Year);
        Assert.Equal(0, inspection.Content!.Value.Length);
        Assert.Equal(["", "b"], inspection.Tags.Keys);
        Assert.Equal("2", inspection.Tags["b"]);
        Assert.Equal(["", "x"], inspection.Names);
        Assert.Equal(-1, inspection.Limit);
        Assert.Equal("empty", inspection.Labels[""]);
    }

    [Fact]
    public async Task Structures_that_nest_without_end_end_in_an_error_and_not_in_the_stack()
    {
        const int Depth = 50_000;
        string body = string.Concat(Enumerable.Repeat("{\"inner\":", Depth)) + "{}" + new string('}', Depth);
        await using Trial trial = new(Script.Respond("200 OK", body));

        await Assert.ThrowsAsync<UnreadableResponseException>(() => trial.Vault.InspectAsync(new InspectRequest()));
        await trial.RecoversAsync();
    }

    [Theory]
    [InlineData("{\"count\":\"many\"}", "x-parts: 1")]
    [InlineData("{\"count\":1}", "x-parts: many")]
    public async Task A_member_of_another_type_hides_no_error(string body, string header)
    {
        await using Trial trial = new(Script.Respond("500 Down", body, "x-amzn-ErrorType: BrokenException", header));

        ServiceException error = await Assert.ThrowsAnyAsync<ServiceException>(() =>
            trial.Vault.InspectAsync(new InspectRequest())
        );

        Assert.Equal(("BrokenException", 3), (error.ErrorCode, error.Attempts));
    }
}
