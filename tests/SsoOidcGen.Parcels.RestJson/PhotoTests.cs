namespace SsoOidcGen.Parcels;

/// <summary>A body can be a stream where the protocol lets a member be the whole of it.</summary>
public sealed class PhotoTests
{
    [Fact]
    public async Task A_photo_streams_there_and_back()
    {
        await using Trial trial = await Trial.StartAsync();
        string parcelId = await trial.SendAsync();
        byte[] photo = new byte[300_000];
        new Random(7).NextBytes(photo);

        await trial.Client.PutPhotoAsync(
            new PutPhotoRequest
            {
                ParcelId = parcelId,
                Photo = new MemoryStream(photo),
                ContentType = "image/jpeg",
            },
            Trial.Cancellation
        );
        using GetPhotoResponse kept = await trial.Client.GetPhotoAsync(
            new GetPhotoRequest { ParcelId = parcelId },
            Trial.Cancellation
        );
        using MemoryStream content = new();
        await kept.Photo.CopyToAsync(content, Trial.Cancellation);

        Assert.Equal("image/jpeg", kept.ContentType);
        Assert.Equal(photo, content.ToArray());
    }

    [Fact]
    public async Task An_error_takes_the_place_of_a_stream()
    {
        await using Trial trial = await Trial.StartAsync();

        ParcelNotFoundException error = await Assert.ThrowsAsync<ParcelNotFoundException>(() =>
            trial.Client.GetPhotoAsync(new GetPhotoRequest { ParcelId = "parcel-0" }, Trial.Cancellation)
        );

        Assert.Equal("There is no photo of parcel-0", error.Message);
    }
}
