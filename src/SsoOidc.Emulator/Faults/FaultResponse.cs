using System.Text;

namespace SsoOidc.Emulator;

internal static class FaultResponse
{
    public static async Task WriteAsync(HttpContext context, Fault fault)
    {
        if (fault.Status is not null || fault.Body is not null)
        {
            byte[] body = Encoding.UTF8.GetBytes(fault.Body ?? "");
            context.Response.StatusCode = fault.Status ?? StatusCodes.Status200OK;
            context.Response.ContentType = fault.ContentType;
            // One byte more than will come makes a cut response visibly incomplete.
            context.Response.ContentLength = fault.CutConnection ? body.Length + 1 : body.Length;
            foreach ((string name, string value) in fault.Headers)
            {
                context.Response.Headers[name] = value;
            }

            await context.Response.Body.WriteAsync(body);
            await context.Response.Body.FlushAsync();
        }

        if (fault.CutConnection)
        {
            context.Abort();
        }
    }
}
