"""What the web pages of the centre and of the province share, written once.

It knows the declarations and the engine, never an application: what differs between the two
is asked of a small adapter object that each application passes in.
"""
