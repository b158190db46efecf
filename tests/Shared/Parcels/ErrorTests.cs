namespace SsoOidcGen.Parcels;

/// <summary>Errors of the model have types and members, others their code.</summary>
public sealed class ErrorTests
{
    [Fact]
    public async Task An_error_has_a_type_with_its_members()
    {
        await using Trial trial = await Trial.StartAsync();

        ParcelNotFoundException error = await Assert.ThrowsAsync<ParcelNotFoundException>(() =>
            trial.Client.GetParcelAsync(new GetParcelRequest { ParcelId = "parcel-0" }, Trial.Cancellation)
        );

        Assert.Equal("There is no parcel parcel-0", error.Message);
        Assert.Equal(("parcel-0", 404, "ParcelNotFound"), (error.ParcelId, (int?)error.StatusCode, error.ErrorCode));
        Assert.IsType<ParcelsException>(error, exactMatch: false);
    }

    [Fact]
    public async Task Members_of_errors_have_the_types_of_the_model()
    {
        await using Trial trial = await Trial.StartAsync();
        string parcelId = await trial.SendAsync();
        trial.Server.Desk.SetStatus(parcelId, "IN_TRANSIT");

        ParcelInTransitException late = await Assert.ThrowsAsync<ParcelInTransitException>(() =>
            trial.Client.CancelParcelAsync(new CancelParcelRequest { ParcelId = parcelId }, Trial.Cancellation)
        );
        InvalidAddressException wrong = await Assert.ThrowsAsync<InvalidAddressException>(() =>
            trial.Client.SendParcelAsync(
                new SendParcelRequest
                {
                    Recipient = Trial.Address("Nowhere"),
                    Contents = new Contents.Letter(new Letter { Pages = 1 }),
                },
                Trial.Cancellation
            )
        );

        Assert.Equal(DateTimeOffset.FromUnixTimeSeconds(Server.ParcelDesk.Now), late.Since);
        Assert.Equal(["city"], wrong.Fields);
    }

    [Fact]
    public async Task What_was_cancelled_is_gone()
    {
        await using Trial trial = await Trial.StartAsync();
        string parcelId = await trial.SendAsync();

        await trial.Client.CancelParcelAsync(new CancelParcelRequest { ParcelId = parcelId }, Trial.Cancellation);
        OperationResult<GetParcelResponse> read = await trial.Client.TryInvokeAsync(
            ParcelsClient.Operations.GetParcel,
            new GetParcelRequest { ParcelId = parcelId },
            Trial.Cancellation
        );

        Assert.IsType<ParcelNotFoundException>(read.Exception);
    }

    [Fact]
    public async Task An_error_of_the_whole_service_is_one_of_each_operation()
    {
        await using Trial trial = await Trial.StartAsync();
        trial.Server.Desk.Throttle(calls: 100);

        TooManyRequestsException error = await Assert.ThrowsAsync<TooManyRequestsException>(() =>
            trial.Client.GetServiceStatusAsync(new GetServiceStatusRequest(), Trial.Cancellation)
        );

        Assert.True(error.IsThrottling);
        Assert.Equal(3, error.Attempts);
    }

    [Fact]
    public async Task An_input_that_breaks_the_model_is_not_sent()
    {
        await using Trial trial = await Trial.StartAsync();

        await Assert.ThrowsAsync<RequestValidationException>(() =>
            trial.Client.GetParcelAsync(new GetParcelRequest { ParcelId = "" }, Trial.Cancellation)
        );

        Assert.Empty(trial.Server.Calls);
    }
}
