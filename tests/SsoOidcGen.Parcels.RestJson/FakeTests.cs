namespace SsoOidcGen.Parcels;

public sealed class FakeTests
{
    [Fact]
    public async Task A_fake_needs_neither_endpoint_nor_key()
    {
        using FakeParcelsClient fake = new();
        fake.GetServiceStatus.Returns(new GetServiceStatusResponse { IsOpen = true });
        fake.GetUsage.Returns(new GetUsageResponse { Parcels = 7, ByStatus = new Dictionary<string, long>() });

        GetServiceStatusResponse status = await fake.GetServiceStatusAsync(
            new GetServiceStatusRequest(),
            Trial.Cancellation
        );
        GetUsageResponse usage = await fake.GetUsageAsync(new GetUsageRequest(), Trial.Cancellation);

        Assert.Equal((true, 7), (status.IsOpen, usage.Parcels));
    }
}
